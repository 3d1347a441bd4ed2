@NullMarked
package org.clientele.plugin;

import org.jspecify.annotations.NullMarked;
