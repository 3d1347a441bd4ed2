@NullMarked
package org.clientele.plugin.persistence;

import org.jspecify.annotations.NullMarked;
