package org.clientele.vertical.utilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.plugins.ui.CheckFinding;
import org.clientele.plugins.ui.CheckFinding.Outcome;
import org.clientele.plugins.ui.CheckStanding;
import org.clientele.plugins.ui.ScreenContext;
import org.clientele.plugins.ui.ScreenCustomer;
import org.clientele.plugins.ui.ScreenParts;

/** The customers behind a count of the board: who, what is required, what is recorded, by which rule. */
final class StandingList {
    private final ScreenContext context;
    private final ScreenParts parts;
    private final Requirement requirement;
    private final Outcome outcome;
    private final Choice choice;

    StandingList(ScreenContext context, Requirement requirement, Outcome outcome, Choice choice) {
        this.context = context;
        this.parts = context.parts();
        this.requirement = requirement;
        this.outcome = outcome;
        this.choice = choice;
    }

    /** Key of the word for an outcome, below the board's texts. */
    static String word(Outcome outcome) {
        return switch (outcome) {
            case MET -> "met.short";
            case GAP -> "gaps.short";
            case UNKNOWN -> "unknown.short";
        };
    }

    void open() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(text("list.title", context.text(requirement.text()), text(word(outcome))));
        dialog.setWidth("720px");
        dialog.setMaxWidth("100%");
        dialog.add(parts.stack(rules(), grid(dialog)));
        dialog.getFooter().add(new Button(text("close"), click -> dialog.close()));
        dialog.open();
    }

    /** What is required, with the rule that says so. */
    private Component rules() {
        Div rules = new Div();
        for (String check : requirement.checks()) {
            if (concerns(check)) {
                rules.add(new Div(parts.text(context.text("check." + check + ".required"))));
                if (outcome != Outcome.MET) {
                    rules.add(new Div(parts.text(text("list.remedy", context.text("check." + check + ".remedy")))));
                }
            }
        }
        return rules;
    }

    private boolean concerns(String check) {
        CheckStanding standing = context.data().standing(List.of(check), choice.query());
        return switch (outcome) {
            case MET -> standing.met() > 0;
            case GAP -> standing.gaps() > 0;
            case UNKNOWN -> standing.unknown() > 0;
        };
    }

    private Grid<ScreenCustomer> grid(Dialog dialog) {
        Grid<ScreenCustomer> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addComponentColumn(customer -> customerLink(customer, dialog))
                .setKey("customer")
                .setHeader(text("list.customer"));
        grid.addColumn(customer ->
                        "%s · %s".formatted(customer.text(Choice.GROUP), customer.text("segment_importance")))
                .setHeader(text("list.who"));
        grid.addColumn(this::found).setHeader(text("list.found"));
        grid.setItems(
                query -> context
                        .data()
                        .standing(requirement.checks(), outcome, choice.query(), query.getOffset(), query.getLimit())
                        .stream(),
                query -> total());
        return grid;
    }

    /** A dialog belongs to the window, not to the screen: without closing it would lie over the customer's page. */
    private Component customerLink(ScreenCustomer customer, Dialog dialog) {
        Component link = parts.link(customer.title(), context.links().customer(customer.id()));
        link.getElement().addEventListener("click", click -> dialog.close());
        return link;
    }

    private int total() {
        CheckStanding standing = context.data().standing(requirement.checks(), choice.query());
        return switch (outcome) {
            case MET -> standing.met();
            case GAP -> standing.gaps();
            case UNKNOWN -> standing.unknown();
        };
    }

    /** What is recorded of the customer, by the check that concerns them. */
    private String found(ScreenCustomer customer) {
        return context.data().findings(customer.id()).stream()
                .filter(finding -> requirement.checks().contains(finding.check()) && finding.outcome() == outcome)
                .map(CheckFinding::found)
                .findFirst()
                .orElse("–");
    }

    private String text(String key, Object... arguments) {
        return context.text(SupplyBoard.TEXT + key, arguments);
    }
}
