@NullMarked
package org.clientele.customer.ui;

import org.jspecify.annotations.NullMarked;
