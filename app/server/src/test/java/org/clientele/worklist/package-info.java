@NullMarked
package org.clientele.worklist;

import org.jspecify.annotations.NullMarked;
