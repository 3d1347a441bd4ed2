package org.clientele.access.ui;

import org.clientele.access.SignIn;
import org.clientele.access.SignIn.Result;
import org.clientele.common.Problem;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets Spring Security ask the portal's own {@link SignIn}. */
@Component
class PasswordAuthentication implements AuthenticationProvider {
    private final SignIn signIn;

    PasswordAuthentication(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        try {
            return switch (signIn.signIn(attempt.getName(), String.valueOf(attempt.getCredentials()), address)) {
                case Result.Welcome(var user, var session) -> SessionAuthentication.of(session, user);
                case Result.Refused() -> throw new BadCredentialsException("Login and password do not fit");
                case Result.TooMany() -> throw new LockedException("Too many tries from one address");
            };
        } catch (Problem noRoom) {
            throw new InternalAuthenticationServiceException("The sign-in cannot be recorded", noRoom);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
