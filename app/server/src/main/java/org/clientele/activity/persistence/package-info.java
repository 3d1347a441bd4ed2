@NullMarked
package org.clientele.activity.persistence;

import org.jspecify.annotations.NullMarked;
