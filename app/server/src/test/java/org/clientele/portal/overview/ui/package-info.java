@NullMarked
package org.clientele.portal.overview.ui;

import org.jspecify.annotations.NullMarked;
