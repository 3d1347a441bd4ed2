/**
 * The look of the portal: page parts, charts, icons and drafts. Views compose these; they set class names of {@code
 * clientele.css} and never an inline style. {@code frontend/README.md} lists everything with examples.
 */
@NullMarked
package org.clientele.frontend;

import org.jspecify.annotations.NullMarked;
