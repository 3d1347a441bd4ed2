@NullMarked
package org.clientele.benchmarks;

import org.jspecify.annotations.NullMarked;
