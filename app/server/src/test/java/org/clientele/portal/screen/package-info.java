@NullMarked
package org.clientele.portal.screen;

import org.jspecify.annotations.NullMarked;
