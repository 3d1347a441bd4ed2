@NullMarked
package org.clientele.segment.ui;

import org.jspecify.annotations.NullMarked;
