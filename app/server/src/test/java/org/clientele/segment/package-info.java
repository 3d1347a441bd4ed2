@NullMarked
package org.clientele.segment;

import org.jspecify.annotations.NullMarked;
