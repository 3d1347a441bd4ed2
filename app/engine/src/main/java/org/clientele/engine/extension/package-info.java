/** What the code of plugins sees of the columns. */
@NullMarked
package org.clientele.engine.extension;

import org.jspecify.annotations.NullMarked;
