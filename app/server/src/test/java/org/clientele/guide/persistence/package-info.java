@NullMarked
package org.clientele.guide.persistence;

import org.jspecify.annotations.NullMarked;
