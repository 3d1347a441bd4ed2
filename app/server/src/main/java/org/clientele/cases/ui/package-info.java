@NullMarked
package org.clientele.cases.ui;

import org.jspecify.annotations.NullMarked;
