package org.clientele.portal.screen;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.ScreenDefinition;
import org.springframework.stereotype.Component;

/** Which of a vertical's own screens the user sees: those for one of the user's roles, and administrators all of them. */
@Component
public class PluginScreens {
    private final Rights rights;

    public PluginScreens(Rights rights) {
        this.rights = rights;
    }

    /** The screens in the order of the vertical. */
    public List<ScreenDefinition> of(Vertical vertical) {
        return vertical.definition().screens().stream()
                .filter(screen -> maySee(vertical, screen))
                .toList();
    }

    Optional<ScreenDefinition> find(Vertical vertical, String id) {
        return of(vertical).stream().filter(screen -> screen.id().equals(id)).findFirst();
    }

    private boolean maySee(Vertical vertical, ScreenDefinition screen) {
        if (!rights.may(Permission.VIEW_PORTAL, vertical.key())) {
            return false;
        }
        return screen.roles().isEmpty() || rights.user().holds(roles(screen.roles()), vertical.key());
    }

    private static Set<Role> roles(List<RoleName> names) {
        Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR);
        names.forEach(name -> roles.add(Role.valueOf(name.name())));
        return roles;
    }
}
