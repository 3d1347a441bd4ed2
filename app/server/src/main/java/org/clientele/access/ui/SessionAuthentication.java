package org.clientele.access.ui;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.SignedIn;
import org.clientele.access.User;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in session. Its authorities are for routes only ({@code @RolesAllowed("MANAGER")} or
 * {@code @RolesAllowed("IMPORT_DATA")}): the roles and permissions held in at least one vertical.
 */
final class SessionAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final SignedIn session;

    private SessionAuthentication(SignedIn session, List<SimpleGrantedAuthority> authorities) {
        super(authorities);
        this.session = session;
        setAuthenticated(true);
    }

    static SessionAuthentication of(SignedIn session, User user) {
        Stream<String> roles = user.grants().stream().map(grant -> grant.role().name());
        Stream<String> permissions =
                Arrays.stream(Permission.values()).filter(p -> holds(user, p)).map(Permission::name);
        List<SimpleGrantedAuthority> authorities = Stream.concat(roles, permissions)
                .distinct()
                .sorted()
                .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
                .toList();
        return new SessionAuthentication(session, authorities);
    }

    /** Users and signers belong to no vertical: administering one vertical is not enough to make administrators of all. */
    private static boolean holds(User user, Permission permission) {
        return switch (permission) {
            case MANAGE_USERS, MANAGE_TRUST -> user.may(permission, Grant.EVERYWHERE);
            default -> user.mayAnywhere(permission);
        };
    }

    @Override
    public SignedIn getPrincipal() {
        return session;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionAuthentication that
                && session.equals(that.session)
                && getAuthorities().equals(that.getAuthorities());
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
