@NullMarked
package org.clientele;

import org.jspecify.annotations.NullMarked;
