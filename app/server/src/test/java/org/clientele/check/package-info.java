@NullMarked
package org.clientele.check;

import org.jspecify.annotations.NullMarked;
