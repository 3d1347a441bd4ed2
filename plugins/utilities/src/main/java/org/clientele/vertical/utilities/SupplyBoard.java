package org.clientele.vertical.utilities;

import com.vaadin.flow.component.Component;
import org.clientele.plugins.ui.PluginScreen;
import org.clientele.plugins.ui.ScreenContext;

/**
 * How the supply of important customers stands by every requirement of the regulation: who complies, who has a gap, of whom too little is
 * recorded; by user group and importance grade, each count leading to its customers.
 */
public final class SupplyBoard implements PluginScreen {
    /** How the keys of the board's own texts begin. */
    static final String TEXT = "screen.supply_board.";

    @Override
    public Component create(ScreenContext context) {
        return new Board(context).content();
    }
}
