@NullMarked
package org.clientele.survey.persistence;

import org.jspecify.annotations.NullMarked;
