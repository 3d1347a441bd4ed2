/**
 * Immutable columns on primitive arrays, and builders that take rows in any order from a cursor without boxing.
 *
 * <p>A column holds one field of all customers (row = customer index) or of all activities of a kind (row = activity row).
 * Each type keeps "missing" as one reserved value of its array, see {@link org.clientele.engine.column.Column}.
 */
@NullMarked
package org.clientele.engine.column;

import org.jspecify.annotations.NullMarked;
