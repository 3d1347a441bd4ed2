@NullMarked
package org.clientele.notification.ui;

import org.jspecify.annotations.NullMarked;
