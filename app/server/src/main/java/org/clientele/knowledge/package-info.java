/** Short articles that answer what comes up at work, shown where they match. */
@NullMarked
package org.clientele.knowledge;

import org.jspecify.annotations.NullMarked;
