package org.clientele.plugins.api;

import java.util.List;

/**
 * A screen that the plugin draws itself.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the vertical; its name is {@link Texts#screen}
 * @param icon a name from the portal's icon set
 * @param extension class name of the plugin's {@code PluginScreen} (module {@code plugins/ui-api})
 * @param roles who sees it; empty: everybody who sees the portal
 */
public record ScreenDefinition(String id, String icon, String extension, List<RoleName> roles) {
    public ScreenDefinition {
        roles = List.copyOf(roles);
    }
}
