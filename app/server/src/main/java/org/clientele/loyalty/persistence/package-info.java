@NullMarked
package org.clientele.loyalty.persistence;

import org.jspecify.annotations.NullMarked;
