/** Where it is kept who is told of what. */
@NullMarked
package org.clientele.notification.persistence;

import org.jspecify.annotations.NullMarked;
