/** The portal to look around in: generated customers, one user per role, thrown away when it stops. */
@NullMarked
package org.clientele.demo;

import org.jspecify.annotations.NullMarked;
