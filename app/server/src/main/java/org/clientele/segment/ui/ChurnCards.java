package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.statistics.Judgement;
import org.clientele.engine.statistics.Learning;
import org.clientele.frontend.Banner;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.Mark;
import org.clientele.frontend.Tiles;
import org.clientele.frontend.Tone;

/** What a churn model learnt and how far it can be trusted: how well it tells apart, whether its probabilities come true, whom it finds. */
final class ChurnCards {
    private static final double PERCENT = 100;
    private static final int FIFTH = 1;

    private final SegmentWords words;
    private final ChurnResult result;

    ChurnCards(SegmentWords words, ChurnResult result) {
        this.words = words;
        this.result = result;
    }

    /** What stands above the segments: the figures, or why there are none. */
    Component head() {
        return switch (result.training().learning()) {
            case Learning.Learnt learnt -> figures(learnt.judgement());
            case Learning.Refused refused ->
                new Banner(
                        Tone.WARN,
                        words.text(
                                "segment.churn.refused."
                                        + refused.why()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                words.formats().whole(refused.found()),
                                words.formats().whole(refused.needed())));
        };
    }

    /** What stands below the segments. */
    List<Component> details() {
        if (!(result.training().learning() instanceof Learning.Learnt learnt)) {
            return List.of();
        }
        Columns columns = new Columns(Columns.Shape.TWO, calibration(learnt.judgement()), gains(learnt.judgement()));
        return List.of(columns, new OddsCard(words, learnt.fit()).card());
    }

    private Tiles figures(Judgement judgement) {
        List<Double> aucs = judgement.aucs();
        KeyFigure auc = new KeyFigure(words.text("segment.churn.auc"), precise(judgement.auc()))
                .note(words.text(
                        "segment.churn.auc.note",
                        precise(Collections.min(aucs)),
                        precise(Collections.max(aucs)),
                        String.valueOf(aucs.size())));
        KeyFigure rows = new KeyFigure(
                        words.text("segment.churn.rows"), words.formats().whole(judgement.rows()))
                .note(words.text(
                        "segment.churn.rows.note",
                        words.formats().date(result.training().asOf())));
        KeyFigure left = new KeyFigure(
                        words.text("segment.churn.left"), words.formats().percent(judgement.share()))
                .note(words.text("segment.churn.left.note", words.formats().whole(judgement.holding())));
        return new Tiles(auc, rows, left, caught(judgement));
    }

    private KeyFigure caught(Judgement judgement) {
        List<Judgement.Gain> gains = judgement.gains();
        Judgement.Gain first = gains.get(Math.min(FIFTH, gains.size() - 1));
        return new KeyFigure(
                        words.text("segment.churn.caught", words.formats().percentWhole(first.share())),
                        words.formats().percent(first.caught()))
                .note(words.text("segment.churn.caught.note"));
    }

    private String precise(double number) {
        return words.formats().fixed(number, 3);
    }

    private Component calibration(Judgement judgement) {
        String title = words.text("segment.churn.calibration");
        BarChart chart = new BarChart(title);
        List<Mark> observed = new ArrayList<>();
        List<Mark> predicted = new ArrayList<>();
        FigureTable table = new FigureTable(
                title,
                words.text("segment.churn.predicted"),
                words.text("segment.column.customers"),
                words.text("segment.churn.observed"));
        for (Judgement.Tenth tenth : judgement.calibration()) {
            String risk = words.formats().percent(tenth.predicted());
            observed.add(mark(words.formats().percentWhole(tenth.predicted()), tenth.observed()));
            predicted.add(mark(risk, tenth.predicted()));
            table.row(
                    new Span(risk),
                    words.formats().whole(tenth.rows()),
                    words.formats().percent(tenth.observed()));
        }
        chart.setBars(words.text("segment.churn.observed"), observed, words.text("segment.churn.predicted"), predicted);
        return new ChartCard(title, words.text("segment.churn.calibration.hint"), chart, table);
    }

    private Mark mark(String label, double share) {
        return new Mark(label, label, share * PERCENT, words.formats().percent(share), null);
    }

    private Card gains(Judgement judgement) {
        String title = words.text("segment.churn.gains");
        FigureTable table = new FigureTable(
                title,
                words.text("segment.churn.riskiest"),
                words.text("segment.column.customers"),
                words.text("segment.churn.gone"),
                words.text("segment.churn.share-caught"),
                words.text("segment.churn.lift"));
        for (Judgement.Gain gain : judgement.gains()) {
            table.row(
                    new Span(words.text("segment.churn.first", words.formats().percentWhole(gain.share()))),
                    words.formats().whole(gain.rows()),
                    words.formats().whole(gain.holding()),
                    words.formats().percent(gain.caught()),
                    words.text("segment.churn.times", words.formats().fixed(gain.lift(), 1)));
        }
        return new Card(title, table)
                .hint(words.text("segment.churn.gains.hint"))
                .flush();
    }
}
