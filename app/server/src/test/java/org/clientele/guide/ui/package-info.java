@NullMarked
package org.clientele.guide.ui;

import org.jspecify.annotations.NullMarked;
