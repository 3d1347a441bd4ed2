/** What is done for the customers of a segment: the relationship aimed at, and dated plays. */
@NullMarked
package org.clientele.strategy;

import org.jspecify.annotations.NullMarked;
