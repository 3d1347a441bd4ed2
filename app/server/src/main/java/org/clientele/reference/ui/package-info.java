/** The keyed lists of a vertical as people look things up in them. */
@NullMarked
package org.clientele.reference.ui;

import org.jspecify.annotations.NullMarked;
