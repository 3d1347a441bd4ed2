@NullMarked
package org.clientele.market.ui;

import org.jspecify.annotations.NullMarked;
