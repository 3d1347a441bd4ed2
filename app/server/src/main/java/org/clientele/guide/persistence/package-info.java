/** Where the texts are kept that consultants wrote. */
@NullMarked
package org.clientele.guide.persistence;

import org.jspecify.annotations.NullMarked;
