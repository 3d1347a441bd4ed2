@NullMarked
package org.clientele.worklist.ui;

import org.jspecify.annotations.NullMarked;
