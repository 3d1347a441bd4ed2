@NullMarked
package org.clientele.plugins.testing;

import org.jspecify.annotations.NullMarked;
