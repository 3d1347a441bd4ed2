@NullMarked
package org.clientele.reference.ui;

import org.jspecify.annotations.NullMarked;
