@NullMarked
package org.clientele.consent;

import org.jspecify.annotations.NullMarked;
