/** A plugin's code: who calls it, for how long, and what becomes of it when it fails. */
@NullMarked
package org.clientele.plugin.code;

import org.jspecify.annotations.NullMarked;
