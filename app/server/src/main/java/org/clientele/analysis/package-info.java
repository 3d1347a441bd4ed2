/** What becomes of segments and how they differ: movement, cohorts, overlaps, comparisons. */
@NullMarked
package org.clientele.analysis;

import org.jspecify.annotations.NullMarked;
