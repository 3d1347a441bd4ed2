/** The list of articles, their editor, and articles beside cases and customers. */
@NullMarked
package org.clientele.knowledge.ui;

import org.jspecify.annotations.NullMarked;
