package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.engine.figure.SegmentTotal;
import org.clientele.engine.model.ModelResult;
import org.clientele.frontend.Chart;
import org.clientele.frontend.FunnelBars;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.Mark;
import org.clientele.frontend.PyramidChart;
import org.clientele.frontend.Tone;
import org.clientele.frontend.TreemapChart;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.portal.overview.Tile;

/** The charts of segments: treemap, pyramid, life cycle, grid. */
final class SegmentCards {
    private final Words words;
    private final Links links;

    SegmentCards(Words words, Links links) {
        this.words = words;
        this.links = links;
    }

    Component card(Tile.Segments tile) {
        Chart chart =
                switch (tile.definition().kind()) {
                    case PYRAMID -> pyramid(tile);
                    case LIFE_CYCLE -> funnel(tile);
                    default -> treemap(tile);
                };
        chart.addMarkClickListener(
                key -> links.open(links.segment(tile.result(), tile.result().ordinal(key))));
        return card(tile.definition(), chart, table(tile));
    }

    private ChartCard card(TileDefinition tile, Chart chart, Component table) {
        return new ChartCard(title(tile), words.vertical().text(Texts.tileHelp(tile.id())), chart, table);
    }

    private String title(TileDefinition tile) {
        return words.vertical().text(Texts.tile(tile.id()));
    }

    /** The chart's text alternative: its title and its largest segment. */
    private String label(Tile.Segments tile) {
        return tile.totals().stream()
                .max(Comparator.comparingInt(SegmentTotal::count))
                .map(most -> words.text(
                        "overview.chart.label",
                        title(tile.definition()),
                        name(tile.result(), most.segment()),
                        words.formats().whole(most.count())))
                .orElseGet(() -> title(tile.definition()));
    }

    private String name(ModelResult result, int segment) {
        return segment == ModelResult.NONE
                ? words.text("overview.segment.none")
                : words.vertical()
                        .segment(
                                result.model().id(),
                                result.model().segments().get(segment).id());
    }

    private static String tone(ModelResult result, int segment) {
        if (segment == ModelResult.NONE) {
            return Tone.MUTED;
        }
        String colour = result.model().segments().get(segment).colour();
        return colour == null ? Tone.byIndex(segment) : Tone.orMuted(colour);
    }

    private static String id(ModelResult result, int segment) {
        return segment == ModelResult.NONE
                ? ""
                : result.model().segments().get(segment).id();
    }

    private TreemapChart treemap(Tile.Segments tile) {
        TreemapChart chart = new TreemapChart(label(tile));
        chart.setMarks(tile.totals().stream()
                .filter(total -> Words.size(total.value()) > 0)
                .map(total -> mark(
                        tile.result(),
                        total,
                        Words.size(total.value()),
                        words.brief(total.value()),
                        words.full(total.value())))
                .toList());
        return chart;
    }

    private Mark mark(ModelResult result, SegmentTotal total, double size, String text, String exact) {
        int segment = total.segment();
        return new Mark(id(result, segment), name(result, segment), size, text, tone(result, segment), exact);
    }

    private PyramidChart pyramid(Tile.Segments tile) {
        PyramidChart chart = new PyramidChart(label(tile));
        List<PyramidChart.Tier> tiers = new ArrayList<>();
        for (SegmentTotal total : tile.totals()) {
            double share = Double.isNaN(total.valueShare()) ? 0 : total.valueShare();
            tiers.add(new PyramidChart.Tier(
                    id(tile.result(), total.segment()),
                    name(tile.result(), total.segment()),
                    (double) total.count() / Math.max(1, tile.customers()),
                    words.formats().whole(total.count()),
                    share,
                    words.formats().percent(share),
                    tone(tile.result(), total.segment())));
        }
        chart.setTiers(words.text("overview.pyramid.customers"), words.text("overview.pyramid.value"), tiers);
        return chart;
    }

    private FunnelBars funnel(Tile.Segments tile) {
        FunnelBars chart = new FunnelBars(label(tile));
        chart.setMarks(course(tile).stream()
                .map(total -> {
                    String count = words.formats().whole(total.count());
                    return mark(tile.result(), total, total.count(), count, count);
                })
                .toList());
        return chart;
    }

    /** The stages in the order in which customers go through them. */
    private static List<SegmentTotal> course(Tile.Segments tile) {
        if (!(tile.result().model() instanceof ModelDefinition.LifeCycle cycle)) {
            return tile.totals();
        }
        List<String> course = cycle.course();
        return tile.totals().stream()
                .filter(total -> total.segment() != ModelResult.NONE)
                .sorted(Comparator.comparingInt(total ->
                        course.indexOf(cycle.segments().get(total.segment()).id())))
                .toList();
    }

    private FigureTable table(Tile.Segments tile) {
        FigureTable table = new FigureTable(
                title(tile.definition()),
                words.text("overview.table.segment"),
                words.text("overview.table.customers"),
                words.text("overview.table.share"),
                words.text("overview.table.value"),
                words.text("overview.table.value-share"));
        for (SegmentTotal total : tile.totals()) {
            table.row(
                    FigureTable.name(
                            name(tile.result(), total.segment()),
                            links.href(links.segment(tile.result(), total.segment())),
                            tone(tile.result(), total.segment())),
                    words.formats().whole(total.count()),
                    words.formats().percent((double) total.count() / Math.max(1, tile.customers())),
                    words.full(total.value()),
                    Double.isNaN(total.valueShare())
                            ? Formats.MISSING
                            : words.formats().percent(total.valueShare()));
        }
        return table;
    }

    Component grid(Tile.Grid tile) {
        GridChart chart = new GridChart(title(tile.definition()));
        List<GridChart.Cell> cells = new ArrayList<>();
        for (int recency = 1; recency <= tile.counts().length; recency++) {
            for (int level = 1; level <= tile.counts().length; level++) {
                int segment = tile.result().segmentAt(recency, level);
                cells.add(new GridChart.Cell(
                        recency + ":" + level,
                        level,
                        recency,
                        name(tile.result(), segment),
                        words.formats().whole(tile.counts()[recency - 1][level - 1]),
                        tone(tile.result(), segment)));
            }
        }
        chart.setCells(words.text("overview.grid.level"), words.text("overview.grid.recency"), cells);
        chart.addMarkClickListener(key -> {
            String[] cell = key.split(":", -1);
            links.open(links.cell(tile.result(), Integer.parseInt(cell[0]), Integer.parseInt(cell[1])));
        });
        return card(tile.definition(), chart, gridTable(tile));
    }

    private FigureTable gridTable(Tile.Grid tile) {
        FigureTable table = new FigureTable(
                title(tile.definition()),
                words.text("overview.grid.corner"),
                words.text("overview.grid.column", "1"),
                words.text("overview.grid.column", "2"),
                words.text("overview.grid.column", "3"),
                words.text("overview.grid.column", "4"),
                words.text("overview.grid.column", "5"));
        for (int recency = tile.counts().length; recency >= 1; recency--) {
            Component[] cells = new Component[tile.counts().length];
            for (int level = 1; level <= cells.length; level++) {
                int segment = tile.result().segmentAt(recency, level);
                cells[level - 1] = FigureTable.name(
                        words.text(
                                "overview.grid.cell",
                                name(tile.result(), segment),
                                words.formats().whole(tile.counts()[recency - 1][level - 1])),
                        links.href(links.cell(tile.result(), recency, level)),
                        tone(tile.result(), segment));
            }
            table.row(new Span(words.text("overview.grid.row", String.valueOf(recency))), cells);
        }
        return table;
    }
}
