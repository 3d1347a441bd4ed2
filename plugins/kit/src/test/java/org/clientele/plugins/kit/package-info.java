@NullMarked
package org.clientele.plugins.kit;

import org.jspecify.annotations.NullMarked;
