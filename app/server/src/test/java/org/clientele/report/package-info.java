@NullMarked
package org.clientele.report;

import org.jspecify.annotations.NullMarked;
