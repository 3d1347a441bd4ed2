@NullMarked
package org.clientele.churn.ui;

import org.jspecify.annotations.NullMarked;
