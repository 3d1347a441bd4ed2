@NullMarked
package org.clientele.knowledge.ui;

import org.jspecify.annotations.NullMarked;
