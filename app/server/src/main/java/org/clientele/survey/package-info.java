/** Asking customers how satisfied they are: surveys, links that need no login, answers, and what follows from them. */
@NullMarked
package org.clientele.survey;

import org.jspecify.annotations.NullMarked;
