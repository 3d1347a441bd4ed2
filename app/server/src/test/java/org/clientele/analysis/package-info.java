@NullMarked
package org.clientele.analysis;

import org.jspecify.annotations.NullMarked;
