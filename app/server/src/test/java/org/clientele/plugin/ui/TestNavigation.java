package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;

/** Opens a page of a vertical as a link would, without a router. */
public final class TestNavigation {
    private TestNavigation() {}

    /** @param address with its parameters, such as {@code v/shop/segments?model=rfm} */
    public static void open(VerticalPage view, String verticalKey, String address) {
        UI ui = UI.getCurrent();
        ui.removeAll();
        ui.add(view);
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(), new Location(address), ui, NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(
                navigation, view.getClass(), new RouteParameters("vertical", verticalKey), List.of()));
    }
}
