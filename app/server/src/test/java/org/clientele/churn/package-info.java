@NullMarked
package org.clientele.churn;

import org.jspecify.annotations.NullMarked;
