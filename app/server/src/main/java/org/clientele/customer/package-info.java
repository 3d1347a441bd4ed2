@NullMarked
package org.clientele.customer;

import org.jspecify.annotations.NullMarked;
