@NullMarked
package org.clientele.market.persistence;

import org.jspecify.annotations.NullMarked;
