@NullMarked
package org.clientele.market;

import org.jspecify.annotations.NullMarked;
