@NullMarked
package org.clientele.privacy.ui;

import org.jspecify.annotations.NullMarked;
