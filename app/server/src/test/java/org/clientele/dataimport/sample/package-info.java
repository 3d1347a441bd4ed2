@NullMarked
package org.clientele.dataimport.sample;

import org.jspecify.annotations.NullMarked;
