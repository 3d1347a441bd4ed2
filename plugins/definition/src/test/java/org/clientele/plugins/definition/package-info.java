@NullMarked
package org.clientele.plugins.definition;

import org.jspecify.annotations.NullMarked;
