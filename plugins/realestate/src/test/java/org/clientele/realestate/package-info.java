@NullMarked
package org.clientele.realestate;

import org.jspecify.annotations.NullMarked;
