/** Cards that tell staff how to deal with a kind of customer: shown where it is known, chosen where it is noticed. */
@NullMarked
package org.clientele.guide;

import org.jspecify.annotations.NullMarked;
