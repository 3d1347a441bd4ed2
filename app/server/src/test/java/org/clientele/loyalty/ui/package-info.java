@NullMarked
package org.clientele.loyalty.ui;

import org.jspecify.annotations.NullMarked;
