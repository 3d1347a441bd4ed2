package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.engine.lifetime.BackTest;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.model.ClvBackTest;
import org.clientele.plugins.api.ModelDefinition.Clv.Purchases;
import org.jspecify.annotations.Nullable;

/** What each way to model buying and leaving would have foretold, beside each other, and which came closer. */
final class BackTestTable {
    private static final double PER_MILLE = 1_000;

    private final SegmentWords words;
    private final Map<Purchases, ClvBackTest> tests;

    BackTestTable(SegmentWords words, Map<Purchases, ClvBackTest> tests) {
        this.words = words;
        this.tests = tests;
    }

    /** @param applies the one that applies, or null */
    Component of(@Nullable Purchases applies) {
        Div shown = new Div(table(applies));
        shown.addClassName("stack");
        Stream.of(verdict(), split(), refusals())
                .filter(text -> !text.isEmpty())
                .forEach(text -> shown.add(caption(text)));
        return shown;
    }

    private static Div caption(String text) {
        Div caption = new Div(text);
        caption.addClassName("caption");
        return caption;
    }

    private FigureTable table(@Nullable Purchases applies) {
        String[] headings = Stream.concat(
                        Stream.of(words.text("segment.clv.compared.figure")),
                        Stream.of(Purchases.values())
                                .map(kind -> kind == applies
                                        ? words.text("segment.clv.compared.applies", name(kind))
                                        : name(kind)))
                .toArray(String[]::new);
        FigureTable table = new FigureTable(words.text("segment.clv.compared"), headings);
        row(table, words.text("segment.clv.compared.weekly"), test -> percent(test.weeklyError()));
        row(table, words.text("segment.clv.compared.cumulative"), test -> percent(test.cumulativeError()));
        row(table, words.text("segment.clv.compared.expected"), test -> words.formats()
                .whole(Math.round(test.expected())));
        row(table, words.text("segment.clv.compared.made"), test -> words.formats()
                .whole(test.actual()));
        return table;
    }

    private void row(FigureTable table, String name, Function<BackTest, String> figure) {
        table.row(
                new Span(name),
                Stream.of(Purchases.values())
                        .map(kind -> {
                            BackTest test = test(kind);
                            return test == null ? Formats.MISSING : figure.apply(test);
                        })
                        .toArray(String[]::new));
    }

    private String percent(double error) {
        return Double.isNaN(error) ? Formats.MISSING : words.formats().percent(error);
    }

    private @Nullable BackTest test(Purchases kind) {
        ClvBackTest test = tests.get(kind);
        return test == null ? null : test.test();
    }

    private String name(Purchases kind) {
        return words.text("segment.clv.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Which came closer by both errors, or that it depends, or that they are the same as far as is shown. */
    private String verdict() {
        BackTest first = test(Purchases.BG_NBD);
        BackTest second = test(Purchases.PARETO_NBD);
        if (first == null || second == null) {
            return "";
        }
        int weekly = closer(first, second, BackTest::weeklyError);
        int sum = closer(first, second, BackTest::cumulativeError);
        if (weekly == 0 && sum == 0) {
            return words.text("segment.clv.compared.same");
        }
        if (weekly * sum < 0) {
            return words.text("segment.clv.compared.mixed", name(ahead(weekly)), name(ahead(sum)));
        }
        return words.text("segment.clv.compared.better", name(ahead(weekly + sum)));
    }

    private static Purchases ahead(int side) {
        return side < 0 ? Purchases.BG_NBD : Purchases.PARETO_NBD;
    }

    /** Below 0: the first; 0: the same to a tenth of a percent, or not known. */
    private static int closer(BackTest first, BackTest second, ToDoubleFunction<BackTest> error) {
        double one = error.applyAsDouble(first);
        double other = error.applyAsDouble(second);
        return Double.isNaN(one) || Double.isNaN(other)
                ? 0
                : Long.compare(Math.round(one * PER_MILLE), Math.round(other * PER_MILLE));
    }

    private String split() {
        return tests.values().stream()
                .filter(test -> test.test() != null)
                .findFirst()
                .map(test -> split(test, test.test()))
                .orElse("");
    }

    private String split(ClvBackTest test, @Nullable BackTest weeks) {
        return weeks == null
                ? ""
                : words.text(
                        "segment.clv.compared.split",
                        String.valueOf(weeks.fitted()),
                        words.formats().date(test.fittedUntil()),
                        String.valueOf(weeks.weeks().size() - weeks.fitted()));
    }

    private String refusals() {
        return tests.entrySet().stream()
                .filter(entry -> entry.getValue().fit() instanceof Fitting.Refused<?>)
                .findFirst()
                .map(entry -> refusal(entry.getKey(), entry.getValue()))
                .orElse("");
    }

    private String refusal(Purchases kind, ClvBackTest test) {
        return test.fit() instanceof Fitting.Refused<?> refused
                ? words.text(
                        "segment.clv.compared.refused",
                        name(kind),
                        words.formats().date(test.fittedUntil()),
                        ClvCards.refusal(words, refused))
                : "";
    }
}
