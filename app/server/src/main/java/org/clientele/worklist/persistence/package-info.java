@NullMarked
package org.clientele.worklist.persistence;

import org.jspecify.annotations.NullMarked;
