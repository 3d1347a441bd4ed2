package org.clientele.portal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.clientele.frontend.Theme;

/** The page that every screen is drawn in. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet(Theme.STYLESHEET)
@Push
public class Page implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
    }
}
