@NullMarked
package org.clientele.strategy.ui;

import org.jspecify.annotations.NullMarked;
