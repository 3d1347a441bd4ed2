@NullMarked
package org.clientele.stakeholder;

import org.jspecify.annotations.NullMarked;
