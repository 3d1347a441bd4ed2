@NullMarked
package org.clientele.activity.ui;

import org.jspecify.annotations.NullMarked;
