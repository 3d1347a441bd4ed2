@NullMarked
package org.clientele.access;

import org.jspecify.annotations.NullMarked;
