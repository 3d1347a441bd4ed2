package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.figure.MatrixFigures;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.ClusterResult;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.model.MatrixResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.model.UnavailableResult;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ClusterStudies;
import org.clientele.segment.Lifetimes;
import org.clientele.segment.ModelSummary;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.ui.StrategiesNavigation;

/** The cards of one model: its segments, its grid and cut points, its thresholds. */
final class ModelCards {
    private static final int SCORES = 5;

    private final PortalSnapshot snapshot;
    private final ModelSummary summary;
    private final SegmentWords words;
    private final ModelDefinition model;
    private final Learned learned;

    ModelCards(PortalSnapshot snapshot, ModelSummary summary, SegmentWords words, Learned learned) {
        this.snapshot = snapshot;
        this.learned = learned;
        this.summary = summary;
        this.words = words;
        this.model = summary.result().model();
    }

    /**
     * What looks into models that learn.
     *
     * @param mayEdit whether the reader may make drafts of what is found
     */
    record Learned(Lifetimes lifetimes, ClusterStudies studies, boolean mayEdit) {}

    List<Component> cards() {
        if (summary.result() instanceof UnavailableResult unavailable) {
            return List.of(new Banner(
                    Tone.WARN, words.text("segment.unavailable", words.text("plugin.cause." + unavailable.why()))));
        }
        List<Component> cards = new ArrayList<>();
        ChurnCards churn = summary.result() instanceof ChurnResult result && !snapshot.isPart()
                ? new ChurnCards(words, result)
                : null;
        if (churn != null) {
            cards.add(churn.head());
        }
        ClusterCards clusters = summary.result() instanceof ClusterResult result && !snapshot.isPart()
                ? new ClusterCards(words, result, learned.studies(), learned.mayEdit())
                : null;
        if (clusters != null) {
            cards.add(clusters.head());
        }
        ClvCards clv = summary.result() instanceof ClvResult result && !snapshot.isPart()
                ? new ClvCards(words, result, learned.lifetimes())
                : null;
        if (clv != null) {
            cards.addAll(clv.head());
        }
        cards.add(new Card(words.text("segment.list.segments"), segments())
                .hint(words.text("segment.list.compared", words.formats().date(summary.before())))
                .flush());
        if (summary.result() instanceof RfmResult rfm) {
            cards.add(grid(rfm));
            cards.add(
                    new Card(words.text("segment.scores.title"), scores(rfm)).hint(words.text("segment.scores.hint")));
        }
        if (churn != null) {
            cards.addAll(churn.details());
        }
        if (clusters != null) {
            cards.addAll(clusters.details());
        }
        if (clv != null) {
            cards.addAll(clv.details());
        }
        if (summary.result() instanceof MatrixResult matrix) {
            cards.add(new MatrixCard(words, matrix, MatrixFigures.cells(matrix, value()))
                    .card(words.text("segment.grid.title"), words.text("segment.matrix.hint")));
        }
        boolean gridOfItsOwn = summary.result() instanceof MatrixResult || summary.result() instanceof RfmResult;
        RelationshipCard relationship = new RelationshipCard(words, summary);
        if (!gridOfItsOwn && summary.result().isExclusive() && !relationship.isEmpty()) {
            cards.add(relationship.card());
        }
        Card rules = new RulesCard(words, model).card();
        if (rules != null) {
            cards.add(rules);
        }
        if (model instanceof ModelDefinition.LifeCycle cycle
                && !cycle.parameters().isEmpty()) {
            cards.add(new Card(words.text("segment.thresholds"), thresholds(cycle)));
        }
        return cards;
    }

    private MeasureColumn value() {
        return snapshot.metrics().column(snapshot.definition().valueMetric());
    }

    private FigureTable segments() {
        FigureTable table = new FigureTable(
                        words.model(model),
                        words.text("segment.column.segment"),
                        words.text("segment.column.customers"),
                        words.text("segment.column.share"),
                        words.text("segment.column.trend"),
                        words.text("segment.column.value"),
                        words.text("segment.column.average"),
                        words.text("segment.column.value-share"),
                        words.text("segment.column.definition"),
                        words.text("segment.column.strategy"))
                .words(7)
                .words(8)
                .stacked();
        summary.segments().stream()
                .filter(segment -> !SegmentWords.isUnused(model, segment.count(), segment.countBefore()))
                .forEach(segment -> row(table, segment));
        return table;
    }

    private void row(FigureTable table, ModelSummary.Segment segment) {
        Span definition = new Span(words.definition(summary.result(), segment.ordinal()));
        definition.addClassName("table-sentence");
        table.row(
                FigureTable.name(
                        words.segment(model, segment.ordinal()),
                        CustomersNavigation.to(words.vertical().key(), customers(segment.id())),
                        SegmentWords.tone(model, segment.ordinal())),
                new Span(words.formats().whole(segment.count())),
                new Span(words.formats().percentInColumn((double) segment.count() / Math.max(1, summary.customers()))),
                trend(segment),
                new Span(words.moneyInFull(segment.value())),
                new Span(words.moneyInFull(segment.average())),
                new Span(
                        Double.isNaN(segment.valueShare())
                                ? Formats.MISSING
                                : words.formats().percentInColumn(segment.valueShare())),
                definition,
                strategy(segment.id()));
    }

    private CustomerListQuery customers(String segment) {
        return CustomerListQuery.of(CustomerFilter.segment(model.id(), segment));
    }

    /** A growing bad segment is no good news, so the change is not judged. */
    private Span trend(ModelSummary.Segment segment) {
        int change = segment.count() - segment.countBefore();
        if (change == 0) {
            return new Span(words.text("segment.trend.same"));
        }
        return new Span(words.text(
                change > 0 ? "segment.trend.more" : "segment.trend.fewer",
                words.formats().whole(Math.abs(change))));
    }

    private Component strategy(String segment) {
        boolean has = words.vertical().definition().strategies().stream()
                .anyMatch(s -> s.model().equals(model.id()) && s.segment().equals(segment));
        if (!has) {
            return new Span(Formats.MISSING);
        }
        Anchor link = new Anchor(
                StrategiesNavigation.segment(words.vertical().key(), new SegmentName(model.id(), segment)),
                words.text("segment.list.strategy"));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Component grid(RfmResult rfm) {
        GridChart chart = new GridChart(words.model(model));
        int[][] counts = rfm.gridCounts();
        LabelGrid.fill(chart, words, rfm);
        chart.addMarkClickListener(key -> {
            String[] cell = key.split(":", -1);
            CustomersNavigation.open(
                    UI.getCurrent(),
                    words.vertical().key(),
                    cell(Integer.parseInt(cell[0]), Integer.parseInt(cell[1])));
        });
        return new ChartCard(
                words.text("segment.grid.title"), words.text("segment.grid.hint"), chart, gridTable(rfm, counts));
    }

    private CustomerListQuery cell(int recency, int level) {
        return CustomerListQuery.of(CustomerFilter.cell(model.id(), recency, level));
    }

    private FigureTable gridTable(RfmResult rfm, int[][] counts) {
        String[] headings = new String[SCORES + 1];
        headings[0] = words.text("segment.grid.corner");
        for (int level = 1; level <= SCORES; level++) {
            headings[level] = words.text("segment.grid.column", String.valueOf(level));
        }
        FigureTable table = new FigureTable(words.text("segment.grid.title"), headings);
        for (int recency = SCORES; recency >= 1; recency--) {
            Component[] cells = new Component[SCORES];
            for (int level = 1; level <= SCORES; level++) {
                int segment = rfm.segmentAt(recency, level);
                cells[level - 1] = FigureTable.name(
                        words.text(
                                "segment.grid.cell",
                                words.segment(model, segment),
                                words.formats().whole(counts[recency - 1][level - 1])),
                        CustomersNavigation.to(words.vertical().key(), cell(recency, level)),
                        SegmentWords.tone(model, segment));
            }
            table.row(new Span(words.text("segment.grid.row", String.valueOf(recency))), cells);
        }
        return table;
    }

    /** A row for each score, the best first as in the grid, so that the ranges have room on a phone, too. */
    private FigureTable scores(RfmResult rfm) {
        Map<RfmResult.Axis, String> metrics = new LinkedHashMap<>();
        metrics.put(RfmResult.Axis.RECENCY, rfm.model().recency());
        metrics.put(RfmResult.Axis.FREQUENCY, rfm.model().frequency());
        metrics.put(RfmResult.Axis.MONETARY, rfm.model().monetary());
        List<String> headings = new ArrayList<>(List.of(words.text("segment.scores.score")));
        metrics.values().forEach(metric -> headings.add(words.names().name(metric)));
        FigureTable table = new FigureTable(words.text("segment.scores.title"), headings.toArray(String[]::new))
                .words(1)
                .words(2)
                .words(3);
        table.addClassName("rows-numbered");
        for (int score = SCORES; score >= 1; score--) {
            List<String> ranges = new ArrayList<>();
            for (Map.Entry<RfmResult.Axis, String> axis : metrics.entrySet()) {
                ranges.add(words.scoreRange(rfm, axis.getKey(), axis.getValue(), score));
            }
            table.row(new Span(String.valueOf(score)), ranges.toArray(String[]::new));
        }
        return table;
    }

    private FigureTable thresholds(ModelDefinition.LifeCycle cycle) {
        FigureTable table = new FigureTable(
                words.text("segment.thresholds"),
                words.text("segment.thresholds.name"),
                words.text("segment.thresholds.value"));
        for (Map.Entry<String, Double> parameter : cycle.parameters().entrySet()) {
            table.row(
                    new Span(words.names().text(Texts.modelParameter(cycle.id(), parameter.getKey()))),
                    words.formats().decimal(parameter.getValue()));
        }
        return table;
    }
}
