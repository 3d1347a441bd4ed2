package org.clientele.market.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.frontend.Columns;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.KeyFigure.Direction;
import org.clientele.frontend.KeyFigure.Trend;
import org.clientele.frontend.LineChart;
import org.clientele.frontend.LineChart.Line;
import org.clientele.frontend.LineChart.Point;
import org.clientele.frontend.LineChart.Step;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;
import org.clientele.market.MarketPage;
import org.clientele.market.Measure;
import org.clientele.market.Result;
import org.clientele.market.Unit;
import org.jspecify.annotations.Nullable;

/** The measures of a quarter: a tile for each, and a card with formula, trend and target. */
final class MeasureCards {
    private static final double SAME_BELOW = 1e-9;
    private static final int A_ROW = 3;

    private final MarketWords words;
    private final MarketPage page;

    MeasureCards(MarketWords words, MarketPage page) {
        this.words = words;
        this.page = page;
    }

    Component all() {
        Div all = new Div(new Tiles(page.lines().stream().map(this::tile).toArray(KeyFigure[]::new)));
        all.addClassName("stack");
        List<Component> cards = page.lines().stream().map(this::card).toList();
        for (int from = 0; from < cards.size(); from += A_ROW) {
            all.add(new Columns(
                    Columns.Shape.THREE_EVEN,
                    cards.subList(from, Math.min(from + A_ROW, cards.size())).toArray(Component[]::new)));
        }
        return all;
    }

    private KeyFigure tile(MarketPage.Line line) {
        Measure measure = line.measure();
        KeyFigure tile = new KeyFigure(words.measure(measure), words.value(measure, line.shown()));
        tile.setTitle(words.formula(measure));
        Double value = line.shown().value();
        Double before = line.before().value();
        if (value == null) {
            return tile.note(words.text("market.not-yet"));
        }
        if (before == null || Math.abs(value - before) < SAME_BELOW) {
            return tile.note(words.text(before == null ? "market.nothing-before" : "market.same"));
        }
        Direction direction = value > before ? Direction.UP : Direction.DOWN;
        boolean good = (direction == Direction.UP) == measure.moreIsBetter();
        return tile.note(
                words.text("market.before", words.value(measure.unit(), before)),
                direction,
                good ? Trend.GOOD : Trend.BAD);
    }

    private Component card(MarketPage.Line line) {
        Measure measure = line.measure();
        FigureTable table = new FigureTable(
                        words.measure(measure),
                        words.text("market.column.quarter"),
                        words.measure(measure),
                        words.text("market.column.from"))
                .words(2);
        line.points()
                .reversed()
                .forEach(point -> table.row(
                        new Span(words.quarter(point.quarter())),
                        words.value(measure, point.result()),
                        words.from(measure, point.result())));
        Div shown = new Div(new Span(words.from(measure, line.shown())));
        shown.addClassName("caption");
        ChartCard card = new ChartCard(words.measure(measure), words.formula(measure), chart(line), table);
        card.add(shown, target(line));
        return card;
    }

    private Div target(MarketPage.Line line) {
        Div text = new Div(new Span(words.text("market.target.none")));
        Double target = line.target();
        Double value = line.shown().value();
        if (target != null) {
            String aim = words.value(line.measure().unit(), target);
            String key = value == null
                    ? "market.target"
                    : line.measure().reaches(value, target) ? "market.target.reached" : "market.target.missed";
            text = new Div(new Span(words.text(key, aim)));
        }
        text.addClassName("caption");
        return text;
    }

    private Component chart(MarketPage.Line line) {
        Measure measure = line.measure();
        if (line.points().stream().allMatch(point -> point.result().value() == null)) {
            return new EmptyState(Icon.CHART_COLUMN, words.text("market.no-trend"), words.text("market.no-trend.text"));
        }
        LineChart chart = new LineChart(words.measure(measure)).scaled();
        List<Step> steps = line.points().stream()
                .map(point -> new Step(point.quarter().toString(), words.quarter(point.quarter())))
                .toList();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "measure",
                words.measure(measure),
                Tone.ACCENT,
                false,
                line.points().stream()
                        .map(point -> point(measure, point.result()))
                        .toList()));
        Double target = line.target();
        if (target != null) {
            Point aim = new Point(drawn(measure.unit(), target), words.value(measure.unit(), target));
            lines.add(new Line(
                    "target",
                    words.text("market.column.target"),
                    Tone.MUTED,
                    true,
                    steps.stream().map(step -> aim).toList()));
        }
        chart.setLines(steps, lines);
        return chart;
    }

    private Point point(Measure measure, Result result) {
        return new Point(drawn(measure.unit(), result.value()), words.value(measure, result));
    }

    /** Shares in per cent and money in major units, as people read an axis. */
    private @Nullable Double drawn(Unit unit, @Nullable Double value) {
        return value == null ? null : (Double) words.typed(unit, value).doubleValue();
    }
}
