package org.clientele.portal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Page;
import org.clientele.plugin.VerticalsChanged;
import org.jspecify.annotations.Nullable;

/** Leads to the first industry the person may see; says what to do next where there is none. */
@Route("")
@PermitAll
class HomeView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final SideNavigation navigation;
    private final Rights rights;
    private final Announcements announcements;
    private Announcements.@Nullable Subscription subscription;

    HomeView(SideNavigation navigation, Rights rights, Announcements announcements) {
        this.navigation = navigation;
        this.rights = rights;
        this.announcements = announcements;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        navigation.first().ifPresentOrElse(v -> event.forwardTo("v/" + v.key() + "/overview"), this::showEmpty);
    }

    @Override
    public String getPageTitle() {
        return "Clientele";
    }

    /** Whoever waits here for an industry is led to it when somebody enables one. */
    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = announcements.listen(VerticalsChanged.class, change -> ui.access(() -> leave(ui)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void leave(UI ui) {
        navigation.first().ifPresent(industry -> ui.navigate("v/" + industry.key() + "/overview"));
    }

    private void showEmpty() {
        removeAll();
        if (rights.user().mayAnywhere(Permission.MANAGE_PLUGINS)) {
            Button enable = new Button(getTranslation("portal.home.enable"), click -> getUI().orElseThrow()
                    .navigate("plugins"));
            enable.addThemeVariants(ButtonVariant.PRIMARY);
            add(new PageMessage(
                    Icon.PUZZLE, getTranslation("portal.home.none"), getTranslation("portal.home.none.next"), enable));
        } else {
            add(new PageMessage(
                    Icon.PUZZLE, getTranslation("portal.home.none"), getTranslation("portal.home.none.ask")));
        }
    }
}
