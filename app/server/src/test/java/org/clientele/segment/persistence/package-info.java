@NullMarked
package org.clientele.segment.persistence;

import org.jspecify.annotations.NullMarked;
