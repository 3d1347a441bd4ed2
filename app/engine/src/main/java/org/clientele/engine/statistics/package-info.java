/**
 * Numbers for models that learn: logistic regression judged on rows that it has not seen. Pure Java over primitive arrays; knows nothing of
 * customers. Results do not depend on the number of processors, and on the order of rows only by the last digits that summing in another
 * order costs.
 */
@NullMarked
package org.clientele.engine.statistics;

import org.jspecify.annotations.NullMarked;
