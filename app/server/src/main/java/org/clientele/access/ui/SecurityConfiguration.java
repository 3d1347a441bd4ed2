package org.clientele.access.ui;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.clientele.frontend.Theme;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Who gets through at all. Requests need a session unless they ask for what the login screen is made of; views are denied unless
 * annotated ({@code @AnonymousAllowed}, {@code @PermitAll}, {@code @RolesAllowed}); what a user may do is decided by the services.
 * Whatever is neither a view nor asked for as a page is denied.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    /**
     * Flow 25.2 starts its client by an inline script and runs the JavaScript that the server sends by constructing functions, so
     * scripts need 'unsafe-inline' and 'unsafe-eval' until a release with a strict mode; its components write style elements. Everything else is closed: no foreign origin
     * for anything, no frames, no plug-ins, no other base address, no form to elsewhere.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
            + " worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-src 'none';"
            + " frame-ancestors 'none'";

    private static final String LOGIN = "/" + LoginView.PATH;

    @Bean
    SecurityFilterChain portalSecurity(
            HttpSecurity http,
            SessionGuard guard,
            PasswordAuthentication passwords,
            VaadinDefaultRequestCache wantedPages)
            throws Exception {
        wantedPages.setDelegateRequestCache(unmarked());
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/" + Theme.STYLESHEET, "/favicon.svg")
                        .permitAll())
                .authenticationProvider(passwords)
                .addFilterBefore(new EndedSession(), SecurityContextHolderFilter.class)
                .addFilterAfter(guard, SecurityContextHolderFilter.class)
                .addFilterBefore(new ForeignSignIn(), UsernamePasswordAuthenticationFilter.class)
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LOGIN + "?" + LoginView.EXPIRED),
                        SecurityConfiguration::hadSession))
                .formLogin(form -> form.loginPage(LOGIN).failureHandler(SecurityConfiguration::refused));
        return http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class)
                        .anyRequest(any -> any.access(SecurityConfiguration::mayAsk))
                        .addLogoutHandler(new CookieClearingLogoutHandler("JSESSIONID")))
                .build();
    }

    /** An address that leads nowhere gets the portal's own page that says so, rather than a bare refusal; nothing else is let through. */
    private static AuthorizationDecision mayAsk(
            Supplier<? extends @Nullable Authentication> session, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                asksForPage(context.getRequest()) && session.get() instanceof SessionAuthentication);
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The page that was wanted is opened without a mark in its address. */
    @SuppressWarnings("NullAway") // documented: null for no parameter
    private static RequestCache unmarked() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static boolean hadSession(HttpServletRequest request) {
        return EndedSession.isBehind(request) && !HandlerHelper.isFrameworkInternalRequest("/*", request);
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why =
                switch (failure) {
                    case LockedException _ -> LoginView.BUSY;
                    case InternalAuthenticationServiceException _ -> LoginView.FULL;
                    default -> LoginView.ERROR;
                };
        response.sendRedirect(request.getContextPath() + LOGIN + "?" + why);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .withObjectPostProcessor(new EarlyHeaders());
    }

    /** Vaadin's servlet is reached by a forward, and Tomcat finishes a forwarded response before a late writer gets its turn. */
    private static final class EarlyHeaders implements ObjectPostProcessor<HeaderWriterFilter> {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
