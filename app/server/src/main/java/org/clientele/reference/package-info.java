/** The keyed lists of a vertical, such as units and staff, which customers and activities point to. */
@NullMarked
package org.clientele.reference;

import org.jspecify.annotations.NullMarked;
