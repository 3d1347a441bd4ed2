package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Messages;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.segment.SnapshotChanged;
import org.clientele.segment.ui.SegmentWords;
import org.clientele.strategy.StrategyChange;
import org.clientele.strategy.TreatmentOrder;
import org.clientele.strategy.TreatmentOrder.Rank;

/** Which segment decides how a customer is treated who is in several. */
@Route("v/:vertical/strategies/order")
@PermitAll
class TreatmentOrderView extends VerticalPage {
    private final transient TreatmentOrder treatments;
    private final transient Segments segments;
    private final transient WordsOfStrategies wordsOf;
    private final Div holder = new Div();

    TreatmentOrderView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            TreatmentOrder treatments,
            Segments segments,
            WordsOfStrategies wordsOf) {
        super(verticals, rights, announcements);
        this.treatments = treatments;
        this.segments = segments;
        this.wordsOf = wordsOf;
        hear(SnapshotChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                draw();
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("strategy.order.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        add(
                new PageHeader(title(), getTranslation("strategy.order.subtitle"))
                        .before(new BackLink(
                                StrategiesNavigation.strategies(vertical.key()),
                                getTranslation("strategy.order.back"))),
                holder);
        draw();
    }

    private void draw() {
        PortalSnapshot snapshot = segments.snapshot(vertical().key());
        SegmentWords words = new SegmentWords(snapshot.vertical(), getLocale());
        StrategyWords strategies = wordsOf.of(snapshot.vertical(), getLocale());
        List<Rank> ranks = treatments.ranks(vertical().key());
        boolean may = rights().may(Permission.MANAGE_SEGMENTS, vertical().key());
        FigureTable table = new FigureTable(title(), headings(may)).words(2);
        for (int place = 0; place < ranks.size(); place++) {
            if (ranks.get(place).segment().model().equals(StrategyChange.CONDITION)) {
                conditionRow(table, strategies, ranks, place, may);
            } else {
                row(table, words, ranks, place, may);
            }
        }
        holder.removeAll();
        holder.add(new Card(getTranslation("strategy.order.card"), table)
                .hint(getTranslation("strategy.order.hint"))
                .flush());
    }

    private String[] headings(boolean may) {
        Stream<String> figures = Stream.of(
                "segment.column.segment",
                "strategy.order.rank",
                "strategy.order.model",
                "segment.column.customers",
                "strategy.order.treated");
        return (may ? Stream.concat(figures, Stream.of("strategy.order.move")) : figures)
                .map(key -> getTranslation(key))
                .toArray(String[]::new);
    }

    private void row(FigureTable table, SegmentWords words, List<Rank> ranks, int place, boolean may) {
        Rank rank = ranks.get(place);
        SegmentName name = rank.segment();
        ModelDefinition model = words.vertical().definition().model(name.model());
        if (model == null) {
            return;
        }
        int ordinal = model.segments().indexOf(model.segment(name.segment()));
        List<Component> cells = new ArrayList<>(List.of(
                new Span(String.valueOf(place + 1)),
                new Span(words.model(model)),
                new Span(words.formats().whole(rank.members())),
                new Span(words.formats().whole(rank.treated()))));
        if (may) {
            cells.add(buttons(words.segment(model, ordinal), ranks, place));
        }
        table.row(
                FigureTable.name(
                        words.segment(model, ordinal),
                        CustomersNavigation.to(
                                words.vertical().key(),
                                CustomerListQuery.of(CustomerFilter.segment(name.model(), name.segment()))),
                        SegmentWords.tone(model, ordinal)),
                cells.toArray(Component[]::new));
    }

    /** A strategy for whoever meets a condition. */
    private void conditionRow(FigureTable table, StrategyWords words, List<Rank> ranks, int place, boolean may) {
        Rank rank = ranks.get(place);
        String name = words.applied().find(rank.segment()).map(words::segment).orElse("");
        List<Component> cells = new ArrayList<>(List.of(
                new Span(String.valueOf(place + 1)),
                new Span(words.text("strategy.new.condition")),
                new Span(words.formats().whole(rank.members())),
                new Span(words.formats().whole(rank.treated()))));
        if (may) {
            cells.add(buttons(name, ranks, place));
        }
        table.row(new Span(name), cells.toArray(Component[]::new));
    }

    private Component buttons(String segment, List<Rank> ranks, int place) {
        List<SegmentName> order = ranks.stream().map(Rank::segment).toList();
        Div buttons = new Div(
                button(
                        Icon.ARROW_UP,
                        getTranslation("strategy.order.up", segment),
                        place > 0,
                        () -> move(order, place, -1)),
                button(
                        Icon.ARROW_DOWN,
                        getTranslation("strategy.order.down", segment),
                        place < order.size() - 1,
                        () -> move(order, place, 1)));
        buttons.addClassName("nowrap");
        return buttons;
    }

    private static Button button(Icon icon, String label, boolean enabled, Runnable work) {
        Button button = new Button(icon.create(), click -> work.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.setEnabled(enabled);
        return button;
    }

    private void move(List<SegmentName> seen, int place, int by) {
        List<SegmentName> order = new ArrayList<>(seen);
        order.add(place + by, order.remove(place));
        try {
            treatments.set(vertical().key(), seen, order);
        } catch (Problem problem) {
            Messages.problem(problem);
        }
        draw();
    }
}
