@NullMarked
package org.clientele.workflow.ui;

import org.jspecify.annotations.NullMarked;
