/** Conditions as forms show them, part by part, and as text: each can be turned into the other and back. */
@NullMarked
package org.clientele.engine.condition.form;

import org.jspecify.annotations.NullMarked;
