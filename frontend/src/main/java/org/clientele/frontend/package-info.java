/** Java wrappers of the portal's own web components; they carry data and events, never rules. */
@NullMarked
package org.clientele.frontend;

import org.jspecify.annotations.NullMarked;
