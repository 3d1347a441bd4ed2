package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.clientele.check.CheckSummary;
import org.clientele.check.ui.ChecksNavigation;
import org.clientele.common.ui.FigureTable;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.Tile;

/** The gaps of a group of checks: how many customers, and which checks they fail most. */
final class GapCard extends Card {
    private static final int ROWS = 8;

    private final Words words;
    private final Links links;

    GapCard(Tile.Gaps tile, OverviewPage page, Words words, Links links) {
        super(words.vertical().text(Texts.tile(tile.definition().id())));
        addClassName("gaps-tile");
        this.words = words;
        this.links = links;
        CheckSummary summary = tile.summary();
        Div caption =
                new Div(words.vertical().text(Texts.tileHelp(tile.definition().id())));
        caption.addClassName("caption");
        Div standing = new Div(standing(summary));
        standing.addClassName("strong");
        add(caption, standing);
        List<CheckSummary.Line> open = summary.lines().stream()
                .filter(line -> line.gaps() > 0)
                .sorted((a, b) -> Integer.compare(b.gaps(), a.gaps()))
                .toList();
        if (!open.isEmpty()) {
            add(table(tile, open));
        }
        Anchor all =
                new Anchor(ChecksNavigation.to(page.snapshot().vertical().key()), words.text("overview.gaps.open"));
        all.getElement().setAttribute("router-link", true);
        add(all);
    }

    private String standing(CheckSummary summary) {
        return summary.concerned() == 0
                ? words.text("overview.gaps.nobody")
                : words.text(
                        "overview.gaps.standing",
                        words.formats().whole(summary.withGaps()),
                        words.formats().whole(summary.concerned()));
    }

    private FigureTable table(Tile.Gaps tile, List<CheckSummary.Line> open) {
        FigureTable table = new FigureTable(
                words.vertical().text(Texts.tile(tile.definition().id())),
                words.text("overview.gaps.check"),
                words.text("overview.gaps.not-met"),
                words.text("overview.gaps.not-recorded"));
        open.subList(0, Math.min(ROWS, open.size()))
                .forEach(line -> table.row(
                        FigureTable.name(name(line), links.href(gaps(line)), tone(line.check())),
                        words.formats().whole(line.notMet()),
                        words.formats().whole(line.notRecorded())));
        return table;
    }

    private String name(CheckSummary.Line line) {
        return words.vertical().text(Texts.check(line.check().id()));
    }

    /** Those who do not meet it or, where everybody recorded does, those of whom nothing is recorded. */
    private static CustomerListQuery gaps(CheckSummary.Line line) {
        CustomerFilter.Checked outcome =
                line.notMet() > 0 ? CustomerFilter.Checked.NOT_MET : CustomerFilter.Checked.NOT_RECORDED;
        return CustomerListQuery.of(CustomerFilter.check(line.check().id(), outcome));
    }

    private static String tone(CheckDefinition check) {
        return switch (check.severity()) {
            case ADVICE -> Tone.WARN;
            case REQUIRED, FORBIDDEN -> Tone.BAD;
        };
    }
}
