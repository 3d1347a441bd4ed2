@NullMarked
package org.clientele.consent.ui;

import org.jspecify.annotations.NullMarked;
