package org.clientele.portal.screen;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.Texts;

/** Shows the screens that plugins make; plugins themselves bring no pages. */
@Route("v/:vertical/screens/:screen")
@PermitAll
class PluginScreenView extends VerticalPage {
    private final PluginScreens screens;
    private final ScreenHost host;
    private String title = "";

    PluginScreenView(
            Verticals verticals, Rights rights, Announcements announcements, PluginScreens screens, ScreenHost host) {
        super(verticals, rights, announcements);
        this.screens = screens;
        this.host = host;
    }

    static String address(String verticalKey, String screen) {
        return "v/" + verticalKey + "/screens/" + screen;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("screen").orElse("");
        Optional<ScreenDefinition> screen = screens.find(vertical, id);
        if (screen.isEmpty()) {
            title = getTranslation("portal.screen.none");
            add(new PageMessage(
                    Icon.UNPLUG, title, getTranslation("portal.screen.none.text", vertical.name(getLocale()))));
            return;
        }
        title = vertical.text(getLocale(), Texts.screen(id));
        add(new PageHeader(title), new ScreenFrame(host, vertical, screen.get()));
    }

    @Override
    protected String title() {
        return title;
    }
}
