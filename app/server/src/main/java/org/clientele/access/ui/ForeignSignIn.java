package org.clientele.access.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a sign-in that another site's page sends. Vaadin takes the login form out of the CSRF check; without this somebody could be
 * signed in, unaware, as somebody else. The browser's own word is asked, which no reverse proxy changes.
 */
final class ForeignSignIn extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean foreign = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        if (foreign
                && request.getMethod().equals("POST")
                && request.getServletPath().equals("/" + LoginView.PATH)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
