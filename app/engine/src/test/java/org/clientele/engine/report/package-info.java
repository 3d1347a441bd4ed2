@NullMarked
package org.clientele.engine.report;

import org.jspecify.annotations.NullMarked;
