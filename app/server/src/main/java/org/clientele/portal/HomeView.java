package org.clientele.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Page;

/** Leads to the first industry the person may see; says what to do next where there is none. */
@Route("")
@PermitAll
class HomeView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final SideNavigation navigation;
    private final Rights rights;

    HomeView(SideNavigation navigation, Rights rights) {
        this.navigation = navigation;
        this.rights = rights;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        navigation.first().ifPresentOrElse(v -> event.forwardTo("v/" + v.key() + "/overview"), this::showEmpty);
    }

    @Override
    public String getPageTitle() {
        return "Clientele";
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
