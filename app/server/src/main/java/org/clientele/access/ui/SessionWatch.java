package org.clientele.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.Optional;
import org.clientele.access.User;
import org.clientele.access.UserChanged;
import org.clientele.access.UserDirectory;
import org.clientele.common.Announcements;
import org.clientele.common.Announcements.Subscription;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Opens every screen in its user's language, and leads it to the login when its session has been ended by somebody else. */
@Component
class SessionWatch implements VaadinServiceInitListener {
    private final UserDirectory directory;
    private final Announcements announcements;

    SessionWatch(UserDirectory directory, Announcements announcements) {
        this.directory = directory;
        this.announcements = announcements;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(start -> {
            UI ui = start.getUI();
            user().map(User::language).ifPresent(tag -> speak(ui, Locale.forLanguageTag(tag)));
            ui.beforeClientResponse(ui, context -> ui.getPage()
                    .executeJs(
                            "document.documentElement.lang = $0", ui.getLocale().toLanguageTag()));
            if (authentication().isPresent()) {
                watch(ui);
            }
        });
    }

    private void watch(UI ui) {
        Subscription subscription =
                announcements.listen(UserChanged.class, change -> ui.access(() -> leaveWhenEnded(ui)));
        ui.addDetachListener(detach -> subscription.close());
    }

    private void leaveWhenEnded(UI ui) {
        if (user().isEmpty()) {
            ui.getPage().setLocation(LoginView.PATH + "?" + LoginView.EXPIRED);
        }
    }

    private static void speak(UI ui, Locale locale) {
        if (!locale.equals(ui.getSession().getLocale())) {
            ui.getSession().setLocale(locale);
        }
    }

    private Optional<User> user() {
        return authentication().map(SessionAuthentication::getPrincipal).flatMap(directory::stillSignedIn);
    }

    private static Optional<SessionAuthentication> authentication() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known instanceof SessionAuthentication session ? Optional.of(session) : Optional.empty();
    }
}
