@NullMarked
package org.clientele.strategy;

import org.jspecify.annotations.NullMarked;
