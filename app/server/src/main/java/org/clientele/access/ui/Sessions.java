package org.clientele.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.clientele.access.SignIn.Result.Welcome;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Makes the session of the browser that asks belong to somebody, where no password form does it. */
@Component
class Sessions {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    /** Signs in under a new session id and opens the page that was wanted first, or the portal's own first page. */
    void start(Welcome welcome) {
        HttpServletRequest request = VaadinServletRequest.getCurrent();
        HttpServletResponse response = VaadinServletResponse.getCurrent();
        SavedRequest saved = wanted.getRequest(request, response);
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        renew(welcome);
        UI.getCurrent().getPage().setLocation(saved == null ? "/" : saved.getRedirectUrl());
    }

    /** Replaces who the session belongs to; the page stays open. */
    void renew(Welcome welcome) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SessionAuthentication.of(welcome.session(), welcome.user()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
    }
}
