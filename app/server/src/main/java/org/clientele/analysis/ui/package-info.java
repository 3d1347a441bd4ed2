@NullMarked
package org.clientele.analysis.ui;

import org.jspecify.annotations.NullMarked;
