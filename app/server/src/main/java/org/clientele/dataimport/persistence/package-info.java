@NullMarked
package org.clientele.dataimport.persistence;

import org.jspecify.annotations.NullMarked;
