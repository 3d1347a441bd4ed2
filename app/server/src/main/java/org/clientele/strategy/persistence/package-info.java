@NullMarked
package org.clientele.strategy.persistence;

import org.jspecify.annotations.NullMarked;
