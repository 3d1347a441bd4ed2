@NullMarked
package org.clientele.common;

import org.jspecify.annotations.NullMarked;
