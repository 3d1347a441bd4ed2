@NullMarked
package org.clientele.demo;

import org.jspecify.annotations.NullMarked;
