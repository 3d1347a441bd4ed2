/** Who may be lost, and who was. */
@NullMarked
package org.clientele.churn;

import org.jspecify.annotations.NullMarked;
