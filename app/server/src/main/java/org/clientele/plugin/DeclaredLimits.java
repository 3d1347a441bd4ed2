package org.clientele.plugin;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RoleLimits;
import org.clientele.plugins.api.RightDefinition;
import org.springframework.stereotype.Component;

/**
 * The limits that verticals declare. They count while a vertical is disabled or uninstalled, too: disabling it must not open its data to
 * roles that could not export them before.
 */
@Component
class DeclaredLimits implements RoleLimits {
    private final Verticals verticals;

    DeclaredLimits(Verticals verticals) {
        this.verticals = verticals;
    }

    @Override
    public Set<Role> roles(Permission permission, String verticalKey) {
        if (verticalKey.equals(Grant.EVERYWHERE)) {
            return permission.roles();
        }
        return verticals
                .find(verticalKey)
                .map(vertical -> vertical.definition().rights())
                .or(() -> verticals.whatBecameOf(verticalKey).map(VerticalNotice::limits))
                .flatMap(limits -> declared(limits, permission))
                .map(roles -> narrowed(permission, roles))
                .orElse(permission.roles());
    }

    private static Optional<Set<Role>> declared(List<RightDefinition> limits, Permission permission) {
        return limits.stream()
                .filter(right -> permission(right) == permission)
                .findFirst()
                .map(right -> right.roles().stream()
                        .map(role -> Role.valueOf(role.name()))
                        .collect(Collectors.toSet()));
    }

    private static Set<Role> narrowed(Permission permission, Set<Role> declared) {
        EnumSet<Role> roles = EnumSet.copyOf(permission.roles());
        roles.removeIf(role -> role != Role.ADMINISTRATOR && !declared.contains(role));
        return roles;
    }

    /** Acts are named as the portal's permissions are. */
    private static Permission permission(RightDefinition right) {
        return Permission.valueOf(right.act().name());
    }
}
