package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Map;

/** Opens a page of a vertical as a link would, without a router. */
public final class TestNavigation {
    private TestNavigation() {}

    /** @param address with its parameters, such as {@code v/shop/segments?model=rfm} */
    public static void open(VerticalPage view, String verticalKey, String address) {
        open(view, address, Map.of("vertical", verticalKey));
    }

    /** With the parameters that stand in the address. */
    public static void open(VerticalPage view, String address, Map<String, String> parameters) {
        UI ui = UI.getCurrent();
        ui.removeAll();
        ui.add(view);
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(), new Location(address), ui, NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(navigation, view.getClass(), new RouteParameters(parameters), List.of()));
    }
}
