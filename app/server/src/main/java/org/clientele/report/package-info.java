/** Tables of a vertical that are read, printed and exported. */
@NullMarked
package org.clientele.report;

import org.jspecify.annotations.NullMarked;
