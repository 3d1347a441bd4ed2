@NullMarked
package org.clientele.check.ui;

import org.jspecify.annotations.NullMarked;
