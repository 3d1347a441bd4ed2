/** Conditions for people: made of parts or written, put into words, wherever one is entered. */
@NullMarked
package org.clientele.common.ui.condition;

import org.jspecify.annotations.NullMarked;
