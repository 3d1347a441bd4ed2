@NullMarked
package org.clientele.access.persistence;

import org.jspecify.annotations.NullMarked;
