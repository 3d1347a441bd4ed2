package org.clientele.portal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.clientele.common.Announcements;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.jspecify.annotations.Nullable;

/** The frame of every screen: industry switcher and navigation at the side, search and personal settings on top. */
@Layout
@PermitAll
class Shell extends AppLayout implements AfterNavigationObserver {
    private static final String LAST_VERTICAL = "clientele.last-vertical";

    private final Verticals verticals;
    private final Announcements announcements;
    /** The page's base address would make of the fragment a way to the start page. */
    private static final String SKIP = """
            this.addEventListener('click', event => {
                event.preventDefault();
                event.stopPropagation();
                document.getElementById('content').focus();
            });
            """;

    private final SideNavigation navigation;
    private String current = "";
    private Announcements.@Nullable Subscription subscription;

    Shell(Verticals verticals, Announcements announcements, SideNavigation navigation, TopBar topBar) {
        this.verticals = verticals;
        this.announcements = announcements;
        this.navigation = navigation;
        addClassName("shell");
        setPrimarySection(Section.DRAWER);
        Anchor skip = new Anchor("#content", getTranslation("portal.shell.skip"));
        skip.addClassName("skip-link");
        skip.addAttachListener(attached -> skip.getElement().executeJs(SKIP));
        addToNavbar(skip, topBar.build(() -> current));
        showDrawer();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<String> path = event.getLocation().getSegments();
        String key = path.size() > 1 && path.getFirst().equals("v") ? path.get(1) : remembered();
        VaadinSession.getCurrent().setAttribute(LAST_VERTICAL, key);
        if (!key.equals(current)) {
            current = key;
            showDrawer();
        }
        getContent().setId("content");
        getContent().getElement().setAttribute("tabindex", "-1");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = announcements.listen(VerticalsChanged.class, change -> ui.access(this::showDrawer));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private static String remembered() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(LAST_VERTICAL))
                .map(String.class::cast)
                .orElse("");
    }

    private void showDrawer() {
        Optional<Vertical> shown =
                verticals.find(current).filter(navigation::mayView).or(navigation::first);
        Div drawer = navigation.build(shown.orElse(null), getLocale());
        getChildren().filter(c -> c.hasClassName("shell-drawer")).toList().forEach(this::remove);
        addToDrawer(drawer);
    }
}
