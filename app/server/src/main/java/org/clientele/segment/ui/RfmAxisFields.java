package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.preview.Histogram;
import org.clientele.segment.MeasureBounds;
import org.clientele.segment.Measures;
import org.clientele.segment.ui.NumberFields.Limits;

/** What one score of an RFM model goes by, how that is spread, and its cut points. */
final class RfmAxisFields extends Div {
    private static final int SCORES = 5;
    private static final int BARS = 48;

    private final transient SegmentWords words;
    private final transient ModelFields asked;
    private final transient Runnable renamed;
    private transient OpenModel opened;
    private String metric;
    private final CutHistogram drawn;
    private final NumberFields cuts = new NumberFields();

    /**
     * @param asked the fields that these are part of
     * @param renamed told when it goes by another metric
     */
    RfmAxisFields(OpenModel opened, RfmResult.Axis axis, Given given, ModelFields asked, Runnable renamed) {
        this.opened = opened;
        this.words = opened.words();
        this.asked = asked;
        this.renamed = renamed;
        this.metric = given.metric();
        this.drawn = new CutHistogram(tone(axis));
        addClassName("stack");
        H3 heading = new H3(words.text("segment.edit." + axis.name().toLowerCase(Locale.ROOT)));
        heading.addClassName("section-title");
        for (int i = 0; i < SCORES - 1; i++) {
            cuts.empty("");
        }
        cuts.set(typed(given.cuts()));
        drawn.addMovedListener(this::moved);
        Div hint = new Div(words.text("segment.edit.cuts.hint"));
        hint.addClassName("caption");
        add(heading, metricField(axis), hint, drawn, cuts.narrow());
        name();
        draw();
    }

    /** What the score goes by at first. */
    record Given(String metric, List<Double> cuts) {}

    private MeasureField metricField(RfmResult.Axis axis) {
        MeasureField field = new MeasureField(
                words,
                words.text("segment.edit.metric"),
                axis == RfmResult.Axis.RECENCY
                        ? Measures.days(words.vertical().definition())
                        : Measures.growing(words.vertical().definition()),
                metric);
        field.onChoice(wanted -> opened.later(() -> opened.session().histogram(wanted, BARS), spread -> {
            if (wanted.equals(field.chosen()) && !wanted.equals(metric)) {
                take(wanted, spread);
            }
        }));
        return field;
    }

    /** Cut points are those of the metric before: without them each score takes a fifth of the customers. */
    private void take(String wanted, Histogram spread) {
        asked.asOne(() -> {
            metric = wanted;
            cuts.set(List.of());
            cuts.suggest(List.of());
            drawn.setCuts(List.of(), List.of());
            name();
            draw(spread);
            renamed.run();
        });
    }

    private void name() {
        String name = words.names().name(metric);
        drawn.setSubject(name, words.isWhole(metric));
        String key = words.scale(metric) == 1 ? "segment.edit.cut" : "segment.edit.cut.percent";
        cuts.name(IntStream.range(1, SCORES)
                .mapToObj(i -> words.text(key, String.valueOf(i)))
                .toList());
    }

    private static String tone(RfmResult.Axis axis) {
        return switch (axis) {
            case RECENCY -> "segment-4";
            case FREQUENCY -> "segment-2";
            case MONETARY -> "tier-gold";
        };
    }

    String metric() {
        return metric;
    }

    /** Goes on over other customers. */
    void follow(OpenModel now) {
        opened = now;
        draw();
    }

    private void draw() {
        draw(opened.session().histogram(metric, BARS));
    }

    private void draw(Histogram spread) {
        drawn.setSpread(spread.low(), spread.high(), spread.counts());
    }

    /** Shows where the scores start. */
    void show(List<Value> starts) {
        List<Double> at = starts.stream().map(Value::asDouble).toList();
        String name = words.names().name(metric);
        drawn.setCuts(
                at,
                IntStream.range(1, SCORES)
                        .mapToObj(i -> name + ", " + words.text("segment.edit.cut", String.valueOf(i)))
                        .toList());
        cuts.suggest(
                typed(at).stream().map(value -> words.formats().decimal(value)).toList());
    }

    /** Percentiles become the numbers they stand for as soon as one is moved. */
    private void moved(int place, double value) {
        List<Double> numbers = new ArrayList<>(drawn.cuts());
        if (place >= 0 && place < numbers.size()) {
            numbers.set(place, value);
            asked.asOne(() -> cuts.set(typed(numbers)));
        }
    }

    /** Values as they are typed: shares in percent. */
    private List<Double> typed(List<Double> values) {
        return NumberFields.typed(values, words.scale(metric));
    }

    /** Empties the cut points. */
    void clear() {
        cuts.set(List.of());
    }

    /** The cut points; none: a fifth of the customers in each score. */
    List<Double> cuts() {
        double scale = words.scale(metric);
        return cuts.numbersOr(typed(drawn.cuts())).stream()
                .map(number -> number / scale)
                .toList();
    }

    /** Marks the cut points that do not fit; gives the first of them. */
    Optional<String> judge() {
        MeasureBounds bounds = MeasureBounds.of(words.vertical().definition(), metric);
        Limits limits = Limits.of(1, bounds, words.scale(metric));
        return (cuts.numbers().isEmpty() ? cuts.unmark() : cuts.judge(typed(drawn.cuts()), limits))
                .map(cut -> words.names().name(metric) + ", " + cut);
    }
}
