/** The code of the utilities vertical: the supply compliance board. */
@NullMarked
package org.clientele.vertical.utilities;

import org.jspecify.annotations.NullMarked;
