/** The bell, what it opens, and what everybody sets for themselves. */
@NullMarked
package org.clientele.notification.ui;

import org.jspecify.annotations.NullMarked;
