package org.clientele.analysis.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.clientele.analysis.SegmentPair;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.WholeColumn;
import org.clientele.engine.comparison.EffectSize;
import org.clientele.engine.comparison.SegmentComparison;
import org.clientele.engine.comparison.SegmentComparison.Difference;
import org.clientele.frontend.Card;
import org.clientele.segment.ui.SegmentWords;

/** What two segments differ in, the largest effect first, then what may be chance. */
final class DifferencesCard {
    private final SegmentWords words;
    private final SegmentPair pair;

    DifferencesCard(SegmentWords words, SegmentPair pair) {
        this.words = words;
        this.pair = pair;
    }

    Card card() {
        SegmentComparison comparison = pair.comparison();
        String title = words.text("analysis.compare.differences");
        FigureTable table = new FigureTable(
                        title,
                        words.text("segment.checks.measure"),
                        Names.of(words, pair.first()),
                        Names.of(words, pair.second()),
                        words.text("analysis.compare.effect"),
                        words.text("analysis.compare.interval"),
                        words.text("analysis.compare.size"))
                .words(5)
                .stacked();
        comparison.differences().forEach(difference -> row(table, difference));
        Div counts = new Div(words.text(
                "analysis.compare.counts",
                words.formats().whole(comparison.onlyFirst()),
                words.formats().whole(comparison.onlySecond()),
                words.formats().whole(comparison.both())));
        counts.addClassNames("caption", "card-foot");
        return new Card(title, table, counts)
                .hint(words.text("analysis.compare.hint"))
                .flush();
    }

    private void row(FigureTable table, Difference difference) {
        EffectSize size = difference.size();
        boolean known = Double.isFinite(size.value());
        table.row(
                new Span(words.names().name(difference.column())),
                List.of(
                                typical(difference, difference.first()),
                                typical(difference, difference.second()),
                                known ? words.formats().fixed(size.value(), 2) : Formats.MISSING,
                                known ? interval(size) : Formats.MISSING,
                                known ? magnitude(size) : Formats.MISSING)
                        .toArray(String[]::new));
    }

    private String magnitude(EffectSize size) {
        boolean chance = size.magnitude() != EffectSize.Magnitude.NONE && !size.isCertain();
        return words.text("analysis.compare.size."
                + (chance ? "chance" : size.magnitude().name().toLowerCase(Locale.ROOT)));
    }

    private String interval(EffectSize size) {
        return words.text(
                "analysis.compare.from-to",
                words.formats().fixed(size.low(), 2),
                words.formats().fixed(size.high(), 2));
    }

    /** A median in its unit, a share of yes in percent, the most frequent choice. */
    private String typical(Difference difference, double value) {
        Column column = pair.snapshot().now().column(difference.column());
        if (!Double.isFinite(value) || column == null) {
            return Formats.MISSING;
        }
        return switch (column) {
            case FlagColumn _ -> words.formats().percent(value);
            case MoneyColumn _ -> words.formats().money(words.formats().minor(value));
            case WholeColumn _ -> words.names().value(difference.column(), new Value.Decimal(value));
            case DateColumn _ -> words.formats().date(java.time.LocalDate.ofEpochDay(Math.round(value)));
            case MeasureColumn _ -> words.names().value(difference.column(), new Value.Decimal(value));
            case CodeColumn codes ->
                words.names()
                        .value(
                                difference.column(),
                                new Value.Text(codes.dictionary().text((int) value)));
            default -> Formats.MISSING;
        };
    }
}
