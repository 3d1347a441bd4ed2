@NullMarked
package org.clientele.cases;

import org.jspecify.annotations.NullMarked;
