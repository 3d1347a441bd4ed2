@NullMarked
package org.clientele.interaction.ui;

import org.jspecify.annotations.NullMarked;
