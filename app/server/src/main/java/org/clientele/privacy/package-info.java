@NullMarked
package org.clientele.privacy;

import org.jspecify.annotations.NullMarked;
