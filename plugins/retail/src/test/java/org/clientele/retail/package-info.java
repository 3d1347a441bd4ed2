@NullMarked
package org.clientele.retail;

import org.jspecify.annotations.NullMarked;
