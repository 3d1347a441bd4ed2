@NullMarked
package org.clientele.reference.persistence;

import org.jspecify.annotations.NullMarked;
