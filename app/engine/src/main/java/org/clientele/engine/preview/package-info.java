/** What a draft of a model would do to today's customers, fast enough to follow a dragged cut point. */
@NullMarked
package org.clientele.engine.preview;

import org.jspecify.annotations.NullMarked;
