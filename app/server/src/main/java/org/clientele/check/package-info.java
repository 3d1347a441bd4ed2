/** What must hold for certain customers: who meets it, who has a gap, and of whom nothing is recorded. */
@NullMarked
package org.clientele.check;

import org.jspecify.annotations.NullMarked;
