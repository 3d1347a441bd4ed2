/** Tests that every plugin inherits: they read the plugin as the portal does and say what it would refuse or show badly. */
@NullMarked
package org.clientele.plugins.testing;

import org.jspecify.annotations.NullMarked;
