@NullMarked
package org.clientele.workflow.persistence;

import org.jspecify.annotations.NullMarked;
