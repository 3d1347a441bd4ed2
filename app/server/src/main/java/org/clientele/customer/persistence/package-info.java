@NullMarked
package org.clientele.customer.persistence;

import org.jspecify.annotations.NullMarked;
