@NullMarked
package org.clientele.engine;

import org.jspecify.annotations.NullMarked;
