package org.clientele.access.ui;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers that somebody's session has ended until the login can say so. A page that is still open looks for its portal by a socket, too;
 * where that answers before the page is loaded again, it opens a session in place of the one that ended.
 */
final class EndedSession extends OncePerRequestFilter {
    private static final String MARK = EndedSession.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUnknown(request) && isPush(request)) {
            request.getSession().setAttribute(MARK, true);
        }
        chain.doFilter(request, response);
    }

    private static boolean isPush(HttpServletRequest request) {
        return RequestType.PUSH
                .getIdentifier()
                .equals(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    /** Whether the page was opened in a session that is no more. */
    static boolean isBehind(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return isUnknown(request) || session != null && session.getAttribute(MARK) != null;
    }

    private static boolean isUnknown(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
