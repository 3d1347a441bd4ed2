/** Writes the reference of the definition language from its schema. */
@NullMarked
package org.clientele.plugins.definition.reference;

import org.jspecify.annotations.NullMarked;
