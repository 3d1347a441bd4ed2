/** Records that features keep of a vertical, as an export writes them and an import brings them back. */
@NullMarked
package org.clientele.plugin.records;

import org.jspecify.annotations.NullMarked;
