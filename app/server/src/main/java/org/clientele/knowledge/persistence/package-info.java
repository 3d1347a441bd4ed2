/** Where articles are kept, with every version. */
@NullMarked
package org.clientele.knowledge.persistence;

import org.jspecify.annotations.NullMarked;
