@NullMarked
package org.clientele.privacy.persistence;

import org.jspecify.annotations.NullMarked;
