/**
 * What a vertical is made of, as data: a plugin's {@code vertical.yaml} is read into these records, and the portal draws,
 * computes and stores from them. A plugin that needs code implements an extension point of
 * {@link org.clientele.plugins.api.extension}; most need none.
 *
 * <p>All records are immutable and safe to share between threads; lists and maps are copied on construction.
 *
 * <p>Texts never stand in a definition. They come from the plugin's message bundles by the keys listed in {@link Texts}.
 */
@NullMarked
package org.clientele.plugins.api;

import org.jspecify.annotations.NullMarked;
