package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.lifetime.Fitting.Fitted;
import org.clientele.engine.lifetime.GammaGamma;
import org.clientele.engine.lifetime.PurchaseModel;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.preview.Histogram;
import org.clientele.frontend.Banner;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.Mark;
import org.clientele.frontend.Shortened;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;
import org.clientele.segment.Lifetime;
import org.clientele.segment.Lifetimes;

/** What customers are worth by a lifetime value, how it is spread, who is worth most, what was fitted and how well it foretells. */
final class ClvCards {
    private static final int BARS = 24;
    private static final int TOP = 10;

    /** From here on who buys often spends more, or less, each time, and the two must not be multiplied. */
    private static final double GOES_TOGETHER = 0.3;

    private final SegmentWords words;
    private final ClvResult result;
    private final Lifetimes lifetimes;

    ClvCards(SegmentWords words, ClvResult result, Lifetimes lifetimes) {
        this.words = words;
        this.result = result;
        this.lifetimes = lifetimes;
    }

    /** What stands above the segments: the figures, or why there are none. */
    List<Component> head() {
        Fitting.Refused<?> refused = result.training().refusal();
        if (refused != null) {
            return List.of(new Banner(Tone.WARN, refusal(words, refused)));
        }
        List<Component> head = new ArrayList<>(List.of(figures()));
        if (result.training().spending() instanceof Fitted<GammaGamma> spending
                && Math.abs(spending.correlation()) > GOES_TOGETHER) {
            head.add(new Banner(
                    Tone.WARN,
                    words.text("segment.clv.together", words.formats().fixed(spending.correlation(), 2))));
        }
        return head;
    }

    static String refusal(SegmentWords words, Fitting.Refused<?> refused) {
        return words.text(
                "segment.clv.refused."
                        + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.formats().whole(refused.found()),
                words.formats().whole(refused.needed()));
    }

    /** What stands below the segments. */
    List<Component> details() {
        if (result.training().refusal() != null) {
            return List.of();
        }
        String model = result.model().id();
        return List.of(
                new Columns(Columns.Shape.TWO, distribution(), top()),
                new AnswerPanel<>(
                        words.text("segment.clv.test"),
                        lifetimes.backTests(words.vertical().key(), model),
                        tests -> new BackTestCards(words, tests, result.model().purchases()).cards()),
                parameters());
    }

    private Tiles figures() {
        MoneyColumn values = result.values();
        int[] rows = rows();
        long sum = IntStream.of(rows).mapToLong(values::get).sum();
        double alive = IntStream.of(rows).mapToDouble(result::alive).sum();
        double purchases = IntStream.of(rows).mapToDouble(result::purchases).sum();
        int count = Math.max(1, rows.length);
        String weeks = words.formats().decimal(result.model().weeks());
        long mean = Math.round((double) sum / count);
        KeyFigure worth = new KeyFigure(
                        words.text("segment.clv.sum"), words.formats().moneyShort(sum))
                .exact(words.formats().money(sum))
                .note(words.text(
                        "segment.clv.sum.note",
                        weeks,
                        words.formats().percent(result.model().yearlyDiscount())));
        KeyFigure each = new KeyFigure(
                        words.text("segment.clv.mean"), words.formats().moneyShort(mean))
                .exact(words.formats().money(mean))
                .note(words.text("segment.clv.mean.note", words.formats().whole(rows.length)));
        KeyFigure buying = new KeyFigure(
                        words.text("segment.clv.buying"), words.formats().percent(alive / count))
                .note(words.text("segment.clv.buying.note", words.formats().whole(Math.round(alive))));
        KeyFigure bought = new KeyFigure(
                        words.text("segment.clv.expected"), words.formats().wholeShort(Math.round(purchases)))
                .exact(words.formats().whole(Math.round(purchases)))
                .note(words.text("segment.clv.expected.note", words.formats().fixed(purchases / count, 1)));
        return new Tiles(worth, each, buying, bought);
    }

    /** Those who have a value. */
    private int[] rows() {
        return IntStream.range(0, result.size())
                .filter(row -> result.segment(row) >= 0)
                .toArray();
    }

    private Component distribution() {
        MoneyColumn values = result.values();
        Histogram spread = Histogram.of(
                values, IntStream.of(rows()).mapToLong(values::order).toArray(), BARS);
        String title = words.text("segment.clv.spread");
        List<Mark> bars = new ArrayList<>();
        FigureTable table =
                new FigureTable(title, words.text("segment.clv.value.column"), words.text("segment.column.customers"));
        double width =
                (spread.high() - spread.low()) / Math.max(1, spread.counts().size());
        for (int bar = 0; bar < spread.counts().size(); bar++) {
            double from = spread.low() + bar * width;
            double to = bar == spread.counts().size() - 1 ? Double.NaN : from + width;
            String range = range(from, to, words.formats()::moneyShort);
            String exact = range(from, to, words.formats()::money);
            int count = spread.counts().get(bar);
            String counted = " · " + words.formats().whole(count);
            bars.add(new Mark(
                    String.valueOf(bar),
                    words.formats().moneyShort(words.formats().minor(from)),
                    count,
                    range + counted,
                    null,
                    exact + counted));
            table.row(new Shortened(range, exact), words.formats().whole(count));
        }
        BarChart chart = new BarChart(title);
        chart.setBars(bars);
        return new ChartCard(title, words.text("segment.clv.spread.hint"), chart, table);
    }

    /** @param to no number: the last bar, which has no end */
    private String range(double from, double to, LongFunction<String> amount) {
        String start = amount.apply(words.formats().minor(from));
        return Double.isNaN(to)
                ? words.text("segment.matrix.range.fixed.last", start)
                : words.text(
                        "segment.matrix.range.fixed.between",
                        start,
                        amount.apply(words.formats().minor(to)));
    }

    private Card top() {
        String title = words.text("segment.clv.top");
        FigureTable table = new FigureTable(
                title,
                words.text("segment.clv.customer"),
                words.text("segment.clv.value.column"),
                words.text("segment.clv.range"),
                words.text("segment.clv.purchases.column"));
        for (Lifetime each :
                lifetimes.top(words.vertical().key(), result.model().id(), TOP)) {
            table.row(
                    FigureTable.name(
                            each.customer().title(),
                            CustomersNavigation.to(
                                    words.vertical().key(), each.customer().id()),
                            SegmentWords.tone(result.model(), each.segment())),
                    new Span(words.money(each.value())),
                    range(words, each),
                    new Span(words.formats().fixed(each.purchases(), 1)));
        }
        return new Card(title, table)
                .hint(words.text("segment.clv.top.hint", words.formats().percentWhole(Lifetimes.LEVEL)))
                .flush();
    }

    static Shortened range(SegmentWords words, Lifetime each) {
        return new Shortened(
                range(words, each, words.formats()::moneyShort), range(words, each, words.formats()::money));
    }

    static String range(SegmentWords words, Lifetime each, LongFunction<String> amount) {
        Formats formats = words.formats();
        return words.text(
                "segment.clv.from-to",
                amount.apply(formats.minor(each.range().low())),
                amount.apply(formats.minor(each.range().high())));
    }

    private Card parameters() {
        String title = words.text("segment.clv.parameters");
        Div tables = new Div();
        tables.addClassNames("stack", "tables-alike");
        if (result.training().purchases() instanceof Fitted<PurchaseModel> fitted) {
            tables.add(parameters(words.text("segment.clv.model." + kind()), fitted, "segment.clv.fit.purchases"));
        }
        if (result.training().spending() instanceof Fitted<GammaGamma> fitted) {
            tables.add(parameters(words.text("segment.clv.model.gamma_gamma"), fitted, "segment.clv.fit.spending"));
        }
        return new Card(title, tables)
                .hint(words.text(
                        "segment.clv.parameters.hint",
                        words.formats().date(result.training().asOf())));
    }

    private String kind() {
        return result.model().purchases().name().toLowerCase(Locale.ROOT);
    }

    private Div parameters(String name, Fitted<?> fitted, String note) {
        FigureTable table = new FigureTable(
                name,
                name,
                words.text("segment.clv.estimate"),
                words.text("segment.clv.error"),
                words.text("segment.clv.interval"));
        for (Fitting.Estimate estimate : fitted.estimates()) {
            table.row(
                    new Span(estimate.name()),
                    digits(estimate.value()),
                    digits(estimate.standardError()),
                    words.text("segment.clv.from-to", digits(estimate.low()), digits(estimate.high())));
        }
        Div caption = new Div(words.text(
                note,
                words.formats().whole(fitted.customers()),
                words.formats().fixed(fitted.logLikelihood(), 2),
                Double.isNaN(fitted.correlation()) ? "" : words.formats().fixed(fitted.correlation(), 2)));
        caption.addClassName("caption");
        return new Div(table, caption);
    }

    private String digits(double number) {
        return words.formats().fixed(number, 3);
    }
}
