@NullMarked
package org.clientele.guide;

import org.jspecify.annotations.NullMarked;
