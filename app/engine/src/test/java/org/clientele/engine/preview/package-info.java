@NullMarked
package org.clientele.engine.preview;

import org.jspecify.annotations.NullMarked;
