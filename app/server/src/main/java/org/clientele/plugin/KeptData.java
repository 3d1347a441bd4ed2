package org.clientele.plugin;

import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Data of a vertical whose plugin is not installed any more.
 *
 * @param notice what became of it; null when nobody knows any more
 * @param texts of a plugin at hand that could be installed for it; null when there is none
 */
public record KeptData(String id, PluginName name, @Nullable VerticalNotice notice, Texts.@Nullable Bundles texts) {}
