package org.clientele.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds the user in the session, or in the background work that runs on somebody's behalf. */
@Component
class CurrentRights implements Rights {
    private static final ScopedValue<User> ACTING = ScopedValue.newInstance();

    private final UserDirectory directory;
    private final RoleLimits limits;

    CurrentRights(UserDirectory directory, RoleLimits limits) {
        this.directory = directory;
        this.limits = limits;
    }

    @Override
    public Set<Role> roles(Permission permission, String verticalKey) {
        return limits.roles(permission, verticalKey);
    }

    @Override
    public User user() {
        return find().orElseThrow(
                        () -> new AuthenticationCredentialsNotFoundException("Nobody is signed in on this thread;"
                                + " background work runs inside Rights.actingAs, screens only after signing in"));
    }

    /** The user, or nothing when the portal itself is at work. */
    Optional<User> find() {
        return ACTING.isBound() ? Optional.of(ACTING.get()) : signedIn();
    }

    @Override
    public void actingAs(User user, Runnable work) {
        ScopedValue.where(ACTING, user).run(work);
    }

    private Optional<User> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        return directory.stillSignedIn(signedIn);
    }
}
