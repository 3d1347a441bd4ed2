@NullMarked
package org.clientele.knowledge;

import org.jspecify.annotations.NullMarked;
