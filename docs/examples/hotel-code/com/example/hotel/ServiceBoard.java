package com.example.hotel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.plugins.ui.CheckTotals;
import org.clientele.plugins.ui.Condition;
import org.clientele.plugins.ui.CustomerQuery;
import org.clientele.plugins.ui.PluginScreen;
import org.clientele.plugins.ui.ScreenContext;
import org.clientele.plugins.ui.ScreenCustomer;
import org.clientele.plugins.ui.ScreenTone;

/** What has to be done today: a figure for each check, and the stars who were not satisfied. */
public final class ServiceBoard implements PluginScreen {
    private static final CustomerQuery STARS = CustomerQuery.of(Condition.inSegment("value", "star"));
    private static final int SHOWN = 20;

    @Override
    public Component create(ScreenContext context) {
        Div board = context.parts().stack();
        fill(board, context);
        context.onDataChange(() -> {
            board.removeAll();
            fill(board, context);
        });
        return board;
    }

    private static void fill(Div board, ScreenContext context) {
        Component[] figures = context.data().checks(CustomerQuery.ALL).stream()
                .map(check -> figure(check, context))
                .toArray(Component[]::new);
        board.add(context.parts().tiles(figures), stars(context));
    }

    private static Component figure(CheckTotals check, ScreenContext context) {
        return context.parts()
                .figure(
                        context.text("check." + check.check()),
                        context.formats().whole(check.gaps()),
                        context.text("check." + check.check() + ".remedy"),
                        "");
    }

    private static Component stars(ScreenContext context) {
        List<ScreenCustomer> guests = context.data().gaps("satisfied", STARS, 0, SHOWN);
        if (guests.isEmpty()) {
            return context.parts().banner(own("calm", context), ScreenTone.GOOD);
        }
        List<List<Component>> rows =
                guests.stream().map(guest -> row(guest, context)).toList();
        List<String> headings = List.of(own("guest", context), context.formats().name("last_score"));
        String title = own("unhappy", context);
        return context.parts().card(title, context.parts().table(title, headings, rows));
    }

    /** Texts below the screen's key are its own. */
    private static String own(String text, ScreenContext context) {
        return context.text("screen.service_board." + text);
    }

    private static List<Component> row(ScreenCustomer guest, ScreenContext context) {
        return List.of(
                context.parts().link(guest.title(), context.links().customer(guest.id())),
                context.parts().tag(guest.text("last_score"), ScreenTone.BAD));
    }
}
