@NullMarked
package org.clientele.cases.persistence;

import org.jspecify.annotations.NullMarked;
