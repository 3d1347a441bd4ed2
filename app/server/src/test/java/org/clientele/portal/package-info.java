@NullMarked
package org.clientele.portal;

import org.jspecify.annotations.NullMarked;
