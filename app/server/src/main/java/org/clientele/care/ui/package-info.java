@NullMarked
package org.clientele.care.ui;

import org.jspecify.annotations.NullMarked;
