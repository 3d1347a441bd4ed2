@NullMarked
package org.clientele.workflow;

import org.jspecify.annotations.NullMarked;
