@NullMarked
package org.clientele.interaction.persistence;

import org.jspecify.annotations.NullMarked;
