package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.engine.lifetime.BackTest;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.model.ClvBackTest;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.LineChart;
import org.clientele.frontend.Tone;
import org.clientele.plugins.api.ModelDefinition.Clv.Purchases;

/** A lifetime value fitted to the first half of the time beside what came in the second, week by week and in sum. */
final class BackTestCards {
    private final SegmentWords words;
    private final ClvBackTest test;
    private final Card compared;

    /** @param applies how buying and leaving are modelled as it applies */
    BackTestCards(SegmentWords words, Map<Purchases, ClvBackTest> tests, Purchases applies) {
        this.words = words;
        this.test = Objects.requireNonNull(tests.get(applies));
        this.compared = new Card(words.text("segment.clv.compared"), new BackTestTable(words, tests).of(applies));
    }

    Component cards() {
        BackTest weeks = test.test();
        if (weeks != null) {
            Columns charts = new Columns(
                    Columns.Shape.TWO,
                    card(
                            "segment.clv.test.weekly",
                            weeks,
                            weeks.weeklyError(),
                            BackTest.Week::expected,
                            BackTest.Week::actual),
                    card(
                            "segment.clv.test.cumulative",
                            weeks,
                            weeks.cumulativeError(),
                            BackTest.Week::cumulativeExpected,
                            BackTest.Week::cumulativeActual));
            return Columns.stack(charts, compared);
        }
        String why = test.fit() instanceof Fitting.Refused<?> refused ? ClvCards.refusal(words, refused) : "";
        return new Banner(Tone.WARN, words.text("segment.clv.test.refused", date(test.fittedUntil()), why));
    }

    private Component card(
            String key,
            BackTest weeks,
            double error,
            ToDoubleFunction<BackTest.Week> expected,
            ToDoubleFunction<BackTest.Week> actual) {
        String title = words.text(key);
        LineChart chart = new LineChart(title);
        List<LineChart.Step> steps = new ArrayList<>();
        List<LineChart.Point> made = new ArrayList<>();
        List<LineChart.Point> foretold = new ArrayList<>();
        FigureTable table = new FigureTable(
                title,
                words.text("segment.clv.test.week"),
                words.text("segment.clv.test.made"),
                words.text("segment.clv.test.expected"));
        for (BackTest.Week week : weeks.weeks()) {
            String day = date(LocalDate.ofEpochDay(week.lastDay()));
            steps.add(new LineChart.Step(day, day));
            made.add(point(actual.applyAsDouble(week), 0));
            foretold.add(point(expected.applyAsDouble(week), 1));
            table.row(
                    new Span(day),
                    words.formats().whole(Math.round(actual.applyAsDouble(week))),
                    words.formats().fixed(expected.applyAsDouble(week), 1));
        }
        chart.setLines(
                steps,
                List.of(
                        new LineChart.Line("made", words.text("segment.clv.test.made"), Tone.ACCENT, false, made),
                        new LineChart.Line(
                                "expected", words.text("segment.clv.test.expected"), Tone.byIndex(7), true, foretold)));
        return new ChartCard(title, hint(weeks, error), chart, table);
    }

    private String hint(BackTest weeks, double error) {
        return words.text(
                "segment.clv.test.hint",
                String.valueOf(weeks.fitted()),
                date(test.fittedUntil()),
                String.valueOf(weeks.weeks().size() - weeks.fitted()),
                Double.isNaN(error) ? Formats.MISSING : words.formats().percent(error));
    }

    private LineChart.Point point(double value, int decimals) {
        return new LineChart.Point(value, words.formats().fixed(value, decimals));
    }

    private String date(LocalDate day) {
        return words.formats().date(day);
    }
}
