@NullMarked
package org.clientele.utilities;

import org.jspecify.annotations.NullMarked;
