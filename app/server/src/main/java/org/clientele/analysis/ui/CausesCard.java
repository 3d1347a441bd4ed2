package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.analysis.SegmentMovement;
import org.clientele.common.ui.FigureTable;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.comparison.MoveCauses;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tone;
import org.clientele.segment.ui.SegmentWords;

/** Which moves customers made by what they did, and which come from another definition. */
final class CausesCard {
    private final SegmentMovement movement;
    private final MoveCauses causes;
    private final SegmentWords words;

    CausesCard(SegmentMovement movement, SegmentWords words) {
        this.movement = movement;
        this.causes = movement.causes();
        this.words = words;
    }

    Card card() {
        Migration.Causes all = causes.all();
        Div sentence = new Div(words.text(
                "analysis.movement.causes.sentence",
                whole(movement.moved()),
                whole(all.behaviour()),
                whole(all.definition()),
                whole(all.both())));
        sentence.addClassName("strong");
        return new Card(words.text("analysis.movement.causes"), sentence, table())
                .hint(words.text(
                        "analysis.movement.causes.hint",
                        movement.versions().from(),
                        movement.versions().to()));
    }

    private FigureTable table() {
        FigureTable table = new FigureTable(
                words.text("analysis.movement.causes"),
                words.text("analysis.movement.path"),
                words.text("segment.column.customers"),
                words.text("analysis.movement.causes.behaviour"),
                words.text("analysis.movement.causes.definition"),
                words.text("analysis.movement.causes.both"));
        Migration migration = movement.migration();
        for (int from = 0; from <= migration.none(); from++) {
            for (int to = 0; to <= migration.none(); to++) {
                if (from != to && migration.customers(from, to) > 0) {
                    row(table, from, to);
                }
            }
        }
        return table;
    }

    private void row(FigureTable table, int from, int to) {
        long moved = movement.migration().customers(from, to);
        long behaviour = causes.behaviour(from, to);
        long definition = causes.definition(from, to);
        table.row(
                FigureTable.name(words.text("analysis.movement.from-to", name(from), name(to)), null, tone(to)),
                link(moved, movement.start(from), movement.end(to)),
                link(behaviour, movement.start(from), movement.between(to), movement.end(to)),
                link(definition, movement.start(from), movement.between(from), movement.end(to)),
                new Span(whole(moved - behaviour - definition)));
    }

    private Component link(long customers, CustomerFilter... filters) {
        if (customers == 0) {
            return new Span(whole(0));
        }
        Anchor link = new Anchor(
                CustomersNavigation.to(words.vertical().key(), CustomerListQuery.of(filters)), whole(customers));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private String whole(long number) {
        return words.formats().whole(number);
    }

    private String name(int segment) {
        return segment == movement.migration().none()
                ? words.text("analysis.movement.none")
                : words.segment(movement.model(), segment);
    }

    private String tone(int segment) {
        return segment == movement.migration().none() ? Tone.MUTED : SegmentWords.tone(movement.model(), segment);
    }
}
