@NullMarked
package org.clientele.dataimport.file;

import org.jspecify.annotations.NullMarked;
