/** Files somebody uploads: kept, recognised, and read row by row. Knows nothing of customers. */
@NullMarked
package org.clientele.dataimport.file;

import org.jspecify.annotations.NullMarked;
