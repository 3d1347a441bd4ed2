@NullMarked
package org.clientele.consent.persistence;

import org.jspecify.annotations.NullMarked;
