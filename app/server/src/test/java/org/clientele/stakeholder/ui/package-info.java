@NullMarked
package org.clientele.stakeholder.ui;

import org.jspecify.annotations.NullMarked;
