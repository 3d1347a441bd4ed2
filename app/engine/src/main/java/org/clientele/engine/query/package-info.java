/** Lists of customers: filter, search, sort and page over columns. */
@NullMarked
package org.clientele.engine.query;

import org.jspecify.annotations.NullMarked;
