@NullMarked
package org.clientele.report.ui;

import org.jspecify.annotations.NullMarked;
