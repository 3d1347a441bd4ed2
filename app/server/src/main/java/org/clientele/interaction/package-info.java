@NullMarked
package org.clientele.interaction;

import org.jspecify.annotations.NullMarked;
