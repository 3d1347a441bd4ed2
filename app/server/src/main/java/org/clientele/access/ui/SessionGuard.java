package org.clientele.access.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.clientele.access.SignedIn;
import org.clientele.access.User;
import org.clientele.access.UserDirectory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the sessions of people who were deactivated or got a new password, and lets routes follow a change of grants. */
@Component
class SessionGuard extends OncePerRequestFilter {
    private final UserDirectory directory;

    SessionGuard(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known instanceof SessionAuthentication authentication) {
            check(authentication, request, response);
        }
        chain.doFilter(request, response);
    }

    private void check(SessionAuthentication known, HttpServletRequest request, HttpServletResponse response) {
        SignedIn session = known.getPrincipal();
        Optional<User> user = directory.stillSignedIn(session);
        if (user.isEmpty()) {
            end(request);
            return;
        }
        SessionAuthentication current = SessionAuthentication.of(session, user.get());
        if (!current.equals(known)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(current);
            SecurityContextHolder.setContext(context);
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        }
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** The filter belongs into Spring Security's chain only; Boot would also put it in front of everything. */
    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        FilterRegistrationBean<SessionGuard> sessionGuardRegistration(SessionGuard guard) {
            FilterRegistrationBean<SessionGuard> registration = new FilterRegistrationBean<>(guard);
            registration.setEnabled(false);
            return registration;
        }
    }
}
