@NullMarked
package org.clientele.common.persistence;

import org.jspecify.annotations.NullMarked;
