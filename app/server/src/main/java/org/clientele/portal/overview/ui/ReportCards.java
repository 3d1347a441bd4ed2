package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Translations;
import org.clientele.customer.CustomerListQuery;
import org.clientele.engine.column.Value;
import org.clientele.engine.report.FunnelTable;
import org.clientele.engine.report.Group;
import org.clientele.engine.report.GroupsTable;
import org.clientele.engine.report.PeriodsTable;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.Card;
import org.clientele.frontend.FunnelBars;
import org.clientele.frontend.Mark;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.Tile;
import org.clientele.report.ui.ReportTables;
import org.clientele.report.ui.ReportWords;
import org.clientele.report.ui.ReportsNavigation;

/** Breakdowns, funnels and the first rows of reports. */
final class ReportCards {
    private static final int BARS = 10;
    private static final int ROWS = 8;
    private static final int FIGURES_IN_A_NARROW_CARD = 5;

    private final OverviewPage page;
    private final Words words;
    private final Links links;
    private final ReportWords names;

    ReportCards(OverviewPage page, Words words, Links links, ReportWords names) {
        this.page = page;
        this.words = words;
        this.links = links;
        this.names = names;
    }

    Component card(Tile.Breakdown tile) {
        String by = String.valueOf(tile.definition().by());
        List<GroupsTable.Row> rows = tile.table().blocks().getFirst().rows();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < Math.min(BARS, rows.size()); i++) {
            GroupsTable.Row row = rows.get(i);
            marks.add(new Mark(
                    String.valueOf(i),
                    names.group(by, row.group()),
                    Words.size(row.cells().getFirst()),
                    figures(tile, row, this::brief),
                    colour(by, row.group()),
                    figures(tile, row, names::figure)));
        }
        FunnelBars chart = new FunnelBars(label(tile.definition()));
        chart.setMarks(marks);
        chart.addMarkClickListener(
                key -> links.open(group(by, rows.get(Integer.parseInt(key)).group())));
        return new ChartCard(title(tile.definition()), help(tile.definition()), chart, table(tile, by, rows));
    }

    /** The first measure, and behind it the second with its name: "3,875 · left 1,655". */
    private String figures(Tile.Breakdown tile, GroupsTable.Row row, BiFunction<Measure, Value, String> write) {
        List<Measure> measures = tile.table().measures();
        String first = write.apply(measures.getFirst(), row.cells().getFirst());
        return measures.size() < 2
                ? first
                : words.text(
                        "overview.breakdown.two",
                        first,
                        name(tile.definition(), measures.get(1)),
                        write.apply(measures.get(1), row.cells().get(1)));
    }

    /** Amounts in short, so that the bar keeps its room. */
    private String brief(Measure measure, Value value) {
        return value instanceof Value.Money ? words.brief(value) : names.figure(measure, value);
    }

    private FigureTable table(Tile.Breakdown tile, String by, List<GroupsTable.Row> rows) {
        List<String> headings = new ArrayList<>();
        headings.add(names.dimension(by));
        tile.table().measures().forEach(measure -> headings.add(name(tile.definition(), measure)));
        FigureTable table = new FigureTable(title(tile.definition()), headings.toArray(String[]::new));
        List<GroupsTable.Row> all = new ArrayList<>(rows);
        all.add(tile.table().total());
        for (GroupsTable.Row row : all) {
            String[] figures = new String[row.cells().size()];
            for (int i = 0; i < figures.length; i++) {
                Value value = row.cells().get(i);
                figures[i] = names.figure(tile.table().measures().get(i), value);
            }
            table.row(
                    FigureTable.name(names.group(by, row.group()), links.href(group(by, row.group())), null), figures);
        }
        return table;
    }

    private CustomerListQuery group(String by, Group group) {
        return Links.group(page.snapshot().definition(), by, group);
    }

    private String colour(String by, Group group) {
        var model = page.snapshot().definition().model(by);
        if (model == null || group.kind() != Group.Kind.VALUE) {
            return "accent";
        }
        String colour = model.segment(group.key()).colour();
        return colour == null ? "accent" : colour;
    }

    Component card(Tile.Funnel tile) {
        FunnelTable table = tile.table();
        List<Mark> marks = new ArrayList<>();
        FigureTable figures = new FigureTable(
                title(tile.definition()),
                words.text("report.step"),
                words.text("report.customers"),
                words.text("report.step.conversion"),
                words.text("report.step.overall"));
        for (int step = 0; step < table.steps().size(); step++) {
            String name = words.vertical()
                    .text(Texts.tileStep(
                            tile.definition().id(), table.steps().get(step).id()));
            int count = table.total().counts().get(step);
            String conversion = percent(table.total().conversion(step));
            String text = step == 0
                    ? words.formats().whole(count)
                    : words.text("overview.funnel.step", words.formats().whole(count), conversion);
            marks.add(new Mark(String.valueOf(step), name, count, text, "accent"));
            figures.row(
                    FigureTable.name(name, links.href(Links.step(table.steps(), step)), null),
                    words.formats().whole(count),
                    conversion,
                    percent(table.total().overall(step)));
        }
        FunnelBars chart = new FunnelBars(label(tile.definition()));
        chart.setMarks(marks);
        chart.addMarkClickListener(key -> links.open(Links.step(table.steps(), Integer.parseInt(key))));
        return new ChartCard(title(tile.definition()), help(tile.definition()), chart, figures);
    }

    private String percent(double share) {
        return Double.isNaN(share)
                ? org.clientele.common.ui.Formats.MISSING
                : words.formats().percent(share);
    }

    /** Whether the report's table has more columns than stand in a card beside others. */
    static boolean isWide(Tile.Report tile) {
        return switch (tile.page().report()) {
            case ReportDefinition.Groups groups -> groups.measures().size() > FIGURES_IN_A_NARROW_CARD;
            case ReportDefinition.Customers customers -> customers.columns().size() > FIGURES_IN_A_NARROW_CARD;
            default -> false;
        };
    }

    Component card(Tile.Report tile) {
        if (tile.page().table() instanceof PeriodsTable periods
                && !periods.grouped()
                && periods.rows().stream().noneMatch(row -> row.amount().isMissing())) {
            return bars(tile, periods);
        }
        Div caption = new Div(help(tile.definition()));
        caption.addClassName("caption");
        Anchor open = new Anchor(
                ReportsNavigation.to(
                        page.snapshot().vertical().key(), tile.page().report().id()),
                words.text("overview.report.open"));
        open.getElement().setAttribute("router-link", true);
        Card card = new Card(title(tile.definition()));
        card.add(caption, ReportTables.first(title(tile.definition()), tile.page(), names, ROWS), open);
        return card;
    }

    /** Amounts by period as upright bars; the report's table is behind them. */
    private Component bars(Tile.Report tile, PeriodsTable periods) {
        BarChart chart = new BarChart(label(tile.definition()));
        chart.setBars(periods.rows().stream()
                .map(row -> new Mark(
                        row.start().toString(),
                        brief(periods, row),
                        Words.size(row.amount()),
                        words.brief(row.amount()),
                        "accent",
                        words.full(row.amount())))
                .toList());
        String report = ReportsNavigation.to(
                page.snapshot().vertical().key(), tile.page().report().id());
        chart.addMarkClickListener(key -> UI.getCurrent().navigate(report));
        return new ChartCard(
                title(tile.definition()),
                help(tile.definition()),
                chart,
                ReportTables.first(
                        title(tile.definition()),
                        tile.page(),
                        names,
                        periods.rows().size()));
    }

    private String brief(PeriodsTable periods, PeriodsTable.Row row) {
        Locale locale = words.formats().locale();
        return switch (periods.period()) {
            case YEAR -> String.valueOf(row.start().getYear());
            case MONTH_OF_YEAR ->
                DateTimeFormatter.ofPattern(Translations.isChinese(locale) ? "M月" : "MMM", locale)
                        .format(row.start());
            case MONTH, QUARTER -> words.formats().month(YearMonth.from(row.start()));
        };
    }

    private String title(TileDefinition tile) {
        return words.vertical().text(Texts.tile(tile.id()));
    }

    private String help(TileDefinition tile) {
        return words.vertical().text(Texts.tileHelp(tile.id()));
    }

    private String label(TileDefinition tile) {
        return title(tile) + ". " + help(tile);
    }

    private String name(TileDefinition tile, Measure measure) {
        return words.vertical().text(Texts.tileMeasure(tile.id(), measure.id()));
    }
}
