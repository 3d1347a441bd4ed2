@NullMarked
package org.clientele.loyalty;

import org.jspecify.annotations.NullMarked;
