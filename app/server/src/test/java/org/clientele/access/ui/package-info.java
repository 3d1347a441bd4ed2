@NullMarked
package org.clientele.access.ui;

import org.jspecify.annotations.NullMarked;
