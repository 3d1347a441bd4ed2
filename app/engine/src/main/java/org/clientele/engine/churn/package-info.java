/** Signs that a customer may be lost. */
@NullMarked
package org.clientele.engine.churn;

import org.jspecify.annotations.NullMarked;
