@NullMarked
package org.clientele.telecom;

import org.jspecify.annotations.NullMarked;
