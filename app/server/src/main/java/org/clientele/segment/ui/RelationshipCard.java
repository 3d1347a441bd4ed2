package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.GridChart;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.segment.ModelSummary;
import org.clientele.segment.RelationshipGrid;
import org.clientele.segment.RelationshipGrid.Margin;
import org.clientele.segment.RelationshipGrid.Number;
import org.clientele.segment.RelationshipGrid.Placed;

/** How close a relationship each segment is worth: number of customers by what each brings. */
final class RelationshipCard {
    private static final List<String> TONES = List.of("segment-10", "segment-6", "segment-5", "segment-3", "segment-1");

    private final SegmentWords words;
    private final ModelDefinition model;
    private final RelationshipGrid grid;

    RelationshipCard(SegmentWords words, ModelSummary summary) {
        this.words = words;
        this.model = summary.result().model();
        this.grid = RelationshipGrid.of(summary);
    }

    boolean isEmpty() {
        return grid.placed().isEmpty();
    }

    Component card() {
        String title = words.text("segment.relationship.title");
        GridChart chart = new GridChart(title);
        List<GridChart.Cell> cells = new ArrayList<>();
        for (Number number : Number.values()) {
            for (Margin margin : Margin.values()) {
                int level = RelationshipGrid.level(number, margin).ordinal();
                cells.add(new GridChart.Cell(
                        number.ordinal() + ":" + margin.ordinal(),
                        margin.ordinal() + 1,
                        number.ordinal() + 1,
                        level(level),
                        in(number, margin).map(this::name).collect(Collectors.joining("\n")),
                        TONES.get(level)));
            }
        }
        chart.setCells(
                new GridChart.Axis(
                        words.text("segment.relationship.margin", value()),
                        Stream.of(Margin.values())
                                .map(each -> step("margin", each))
                                .toList()),
                new GridChart.Axis(
                        words.text("segment.relationship.number"),
                        Stream.of(Number.values())
                                .map(each -> step("number", each))
                                .toList()),
                cells);
        ChartCard card = new ChartCard(title, hint(), chart, table(title));
        chart.addMarkClickListener(key -> open(key, card));
        return card;
    }

    private String value() {
        return words.names().name(words.vertical().definition().valueMetric());
    }

    private String hint() {
        return words.text(
                "segment.relationship.hint",
                value(),
                words.formats().percentWhole(RelationshipGrid.MANY),
                words.formats().percentWhole(RelationshipGrid.FEW));
    }

    private Stream<Placed> in(Number number, Margin margin) {
        return grid.placed().stream()
                .filter(each -> each.place().number() == number && each.place().margin() == margin);
    }

    private String name(Placed each) {
        return words.segment(model, each.segment().ordinal());
    }

    private String level(int level) {
        return words.text(
                "strategy.relationship." + Relationship.values()[level].name().toLowerCase(Locale.ROOT));
    }

    private String step(String axis, Enum<?> step) {
        return words.text("segment.relationship." + axis + "." + step.name().toLowerCase(Locale.ROOT));
    }

    /** A cell with one segment opens its customers; several are told apart in the table. */
    private void open(String key, ChartCard card) {
        String[] place = key.split(":", -1);
        List<Placed> found = in(
                        Number.values()[Integer.parseInt(place[0])], Margin.values()[Integer.parseInt(place[1])])
                .toList();
        if (found.size() == 1) {
            CustomersNavigation.open(UI.getCurrent(), words.vertical().key(), customers(found.getFirst()));
        } else if (!found.isEmpty()) {
            card.showTable(true);
        }
    }

    private CustomerListQuery customers(Placed each) {
        return CustomerListQuery.of(
                CustomerFilter.segment(model.id(), each.segment().id()));
    }

    private FigureTable table(String title) {
        FigureTable table = new FigureTable(
                        title,
                        words.text("segment.column.segment"),
                        words.text("segment.column.customers"),
                        words.text("segment.column.average"),
                        words.text("segment.relationship.level"))
                .words(3);
        grid.placed()
                .forEach(each -> table.row(
                        FigureTable.name(
                                name(each),
                                CustomersNavigation.to(words.vertical().key(), customers(each)),
                                SegmentWords.tone(model, each.segment().ordinal())),
                        words.formats().whole(each.segment().count()),
                        words.moneyInFull(each.segment().average()),
                        level(each.place().level().ordinal())));
        return table;
    }
}
