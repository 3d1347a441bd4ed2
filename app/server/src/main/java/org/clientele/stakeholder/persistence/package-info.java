@NullMarked
package org.clientele.stakeholder.persistence;

import org.jspecify.annotations.NullMarked;
