@NullMarked
package org.clientele.care;

import org.jspecify.annotations.NullMarked;
