@NullMarked
package org.clientele.plugin.ui;

import org.jspecify.annotations.NullMarked;
