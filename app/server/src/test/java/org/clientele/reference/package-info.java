@NullMarked
package org.clientele.reference;

import org.jspecify.annotations.NullMarked;
