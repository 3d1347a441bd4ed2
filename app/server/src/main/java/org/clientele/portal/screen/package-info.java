/** The screens that plugins draw themselves: the page that shows them, and what they may ask of the portal. */
@NullMarked
package org.clientele.portal.screen;

import org.jspecify.annotations.NullMarked;
