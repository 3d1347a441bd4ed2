@NullMarked
package org.clientele.survey;

import org.jspecify.annotations.NullMarked;
