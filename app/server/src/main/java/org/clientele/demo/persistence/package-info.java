@NullMarked
package org.clientele.demo.persistence;

import org.jspecify.annotations.NullMarked;
