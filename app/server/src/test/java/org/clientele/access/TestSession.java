package org.clientele.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

final class TestSession extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final SignedIn session;

    TestSession(SignedIn session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return session;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
