/**
 * What makes, checks and packs a vertical without Java knowledge: the commands {@code new-plugin}, {@code check-plugin},
 * {@code add-texts} and {@code pack-plugin} of the launcher. Plain Java; a plugin is read as the portal reads it.
 */
@NullMarked
package org.clientele.plugins.kit;

import org.jspecify.annotations.NullMarked;
