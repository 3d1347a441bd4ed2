@NullMarked
package org.clientele.common.ui;

import org.jspecify.annotations.NullMarked;
