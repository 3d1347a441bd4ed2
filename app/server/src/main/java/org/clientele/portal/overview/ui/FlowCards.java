package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.Component;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Translations;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.MonthRevenue;
import org.clientele.engine.figure.Movement;
import org.clientele.engine.figure.Period;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.Mark;
import org.clientele.frontend.SankeyChart;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.Tile;

/** The charts over time: revenue by month, movement between segments. */
final class FlowCards {
    private static final int MONTHS_NAMED_BRIEFLY = 12;

    private final OverviewPage page;
    private final Words words;
    private final Links links;

    FlowCards(OverviewPage page, Words words, Links links) {
        this.page = page;
        this.words = words;
        this.links = links;
    }

    Component card(Tile.Months tile) {
        String title = title(tile.definition());
        BarChart chart = new BarChart(words.text(
                "overview.months.label", title, String.valueOf(tile.months().size())));
        List<Mark> bars = tile.months().stream()
                .map(month -> mark(tile, month, month.minor()))
                .toList();
        boolean compared = tile.months().stream().anyMatch(month -> month.previousMinor() != 0);
        if (compared) {
            chart.setBars(
                    title,
                    bars,
                    words.text("overview.months.year-before"),
                    tile.months().stream()
                            .map(month -> mark(tile, month, month.previousMinor()))
                            .toList());
        } else {
            chart.setBars(bars);
        }
        chart.addMarkClickListener(key -> links.open(links.active(period(YearMonth.parse(key)))));
        return new ChartCard(title, help(tile.definition(), compared), chart, table(tile, compared));
    }

    /** A vertical may end its texts with a full stop or not. */
    private String help(TileDefinition tile, boolean compared) {
        String help = words.vertical().text(Texts.tileHelp(tile.id()));
        return compared ? words.text("overview.months.compared", help.replaceAll("[.。]$", "")) : help;
    }

    private String title(TileDefinition tile) {
        return words.vertical().text(Texts.tile(tile.id()));
    }

    private Mark mark(Tile.Months tile, MonthRevenue month, long minor) {
        return new Mark(
                month.month().toString(),
                brief(month.month(), tile.months().size()),
                Words.size(money(minor)),
                words.formats().moneyShort(minor),
                Tone.ACCENT,
                words.formats().money(minor));
    }

    private Value money(long minor) {
        return new Value.Money(minor, page.snapshot().data().fractionDigits());
    }

    private String brief(YearMonth month, int months) {
        if (months > MONTHS_NAMED_BRIEFLY) {
            return words.formats().month(month);
        }
        boolean chinese = Translations.isChinese(words.formats().locale());
        return DateTimeFormatter.ofPattern(
                        chinese ? "M月" : "MMM", words.formats().locale())
                .format(month);
    }

    /** The days of the month that lie in the period. */
    private Period period(YearMonth month) {
        Period whole = page.period();
        return new Period(
                month.atDay(1).isBefore(whole.from()) ? whole.from() : month.atDay(1),
                month.atEndOfMonth().isAfter(whole.to()) ? whole.to() : month.atEndOfMonth());
    }

    private FigureTable table(Tile.Months tile, boolean compared) {
        List<String> headings = new ArrayList<>(List.of(
                words.text("overview.table.month"),
                words.text("overview.table.revenue"),
                words.text("overview.table.active")));
        if (compared) {
            headings.add(words.text("overview.months.year-before"));
        }
        FigureTable table = new FigureTable(title(tile.definition()), headings.toArray(String[]::new));
        for (MonthRevenue month : tile.months()) {
            List<String> figures = new ArrayList<>(List.of(
                    words.formats().moneyInFull(month.minor()),
                    words.formats().whole(month.customers().cardinality())));
            if (compared) {
                figures.add(words.formats().moneyInFull(month.previousMinor()));
            }
            table.row(
                    FigureTable.name(
                            words.formats().month(month.month()),
                            links.href(links.active(period(month.month()))),
                            null),
                    figures.toArray(String[]::new));
        }
        return table;
    }

    Component card(Tile.Moves tile) {
        String title = title(tile.definition());
        String hint = words.text(
                "overview.moves.hint",
                words.formats().date(tile.start()),
                words.formats().date(tile.end()),
                words.formats().whole(tile.moved()));
        SankeyChart chart = new SankeyChart(title + ": " + hint);
        Movement movement = tile.movement();
        List<Mark> before = new ArrayList<>();
        List<Mark> after = new ArrayList<>();
        List<SankeyChart.Flow> flows = new ArrayList<>();
        for (int from = 0; from <= movement.segmentCount(); from++) {
            addEnd(before, tile, from, movement.atStart(from));
            addEnd(after, tile, from, movement.atEnd(from));
            for (int to = 0; to <= movement.segmentCount(); to++) {
                boolean bystanders = from == to && from == movement.segmentCount();
                int count = bystanders ? 0 : movement.count(from, to);
                if (count > 0) {
                    flows.add(new SankeyChart.Flow(
                            from + ">" + to,
                            String.valueOf(from),
                            String.valueOf(to),
                            count,
                            words.formats().whole(count)));
                }
            }
        }
        chart.setMovement(before, after, flows);
        chart.addMarkClickListener(key -> open(tile, key));
        return new ChartCard(title, hint, chart, table(tile));
    }

    private void open(Tile.Moves tile, String key) {
        String[] ends = key.split(">", -1);
        int from = Integer.parseInt(ends[0]);
        links.open(
                ends.length == 2
                        ? links.moved(tile, from, Integer.parseInt(ends[1]))
                        : links.was(tile, from, tile.end()));
    }

    private void addEnd(List<Mark> marks, Tile.Moves tile, int segment, int count) {
        boolean bystanders = segment == tile.movement().segmentCount();
        int shown = bystanders ? count - tile.movement().count(segment, segment) : count;
        if (shown > 0) {
            marks.add(new Mark(
                    String.valueOf(segment),
                    name(tile, segment),
                    shown,
                    words.formats().whole(shown),
                    tone(tile, segment)));
        }
    }

    private String name(Tile.Moves tile, int segment) {
        return segment == tile.movement().segmentCount()
                ? words.text("overview.segment.not-yet")
                : words.vertical()
                        .segment(
                                tile.result().model().id(),
                                tile.result().model().segments().get(segment).id());
    }

    private static String tone(Tile.Moves tile, int segment) {
        if (segment == tile.movement().segmentCount()) {
            return Tone.MUTED;
        }
        String colour = tile.result().model().segments().get(segment).colour();
        return colour == null ? Tone.byIndex(segment) : Tone.orMuted(colour);
    }

    /** Those who moved; who stayed is not asked for. */
    private FigureTable table(Tile.Moves tile) {
        FigureTable table = new FigureTable(
                title(tile.definition()),
                words.text("overview.moves.path"),
                words.text("overview.table.customers"),
                words.text("overview.table.value"));
        Movement movement = tile.movement();
        for (int from = 0; from <= movement.segmentCount(); from++) {
            for (int to = 0; to <= movement.segmentCount(); to++) {
                if (from != to && movement.count(from, to) > 0) {
                    table.row(
                            FigureTable.name(
                                    words.text("overview.moves.from-to", name(tile, from), name(tile, to)),
                                    links.href(links.moved(tile, from, to)),
                                    tone(tile, to)),
                            words.formats().whole(movement.count(from, to)),
                            words.full(movement.value(from, to)));
                }
            }
        }
        return table;
    }
}
