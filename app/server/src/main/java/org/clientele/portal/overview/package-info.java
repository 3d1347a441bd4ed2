@NullMarked
package org.clientele.portal.overview;

import org.jspecify.annotations.NullMarked;
