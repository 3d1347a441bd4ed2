@NullMarked
package org.clientele.survey.ui;

import org.jspecify.annotations.NullMarked;
