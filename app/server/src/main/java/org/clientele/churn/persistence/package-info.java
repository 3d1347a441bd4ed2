@NullMarked
package org.clientele.churn.persistence;

import org.jspecify.annotations.NullMarked;
