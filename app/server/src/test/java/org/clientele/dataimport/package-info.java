@NullMarked
package org.clientele.dataimport;

import org.jspecify.annotations.NullMarked;
