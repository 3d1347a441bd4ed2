@NullMarked
package org.clientele.dataimport.ui;

import org.jspecify.annotations.NullMarked;
