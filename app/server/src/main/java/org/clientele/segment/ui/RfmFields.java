package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clientele.common.ui.FigureTable;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.preview.Effect;
import org.clientele.engine.preview.Histogram;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ui.NumberFields.Limits;

/** Cut points, weights and the label of every cell of an RFM model. */
final class RfmFields extends ModelFields {
    private static final int SCORES = 5;

    private final transient SegmentWords words;
    private final transient ModelDefinition.Rfm model;
    private final NumberFields recency;
    private final NumberFields frequency;
    private final NumberFields monetary;
    private final NumberFields weights = new NumberFields();
    private final List<List<Select<String>>> labels = new ArrayList<>();
    private final Map<RfmResult.Axis, CutHistogram> histograms = new EnumMap<>(RfmResult.Axis.class);
    private final Div cutFields = new Div();
    private final Div labelFields = new Div();

    RfmFields(SegmentWords words, ModelDefinition.Rfm model) {
        this.words = words;
        this.model = model;
        addClassName("stack");
        cutFields.addClassName("stack");
        labelFields.addClassName("stack");
        recency = cuts(RfmResult.Axis.RECENCY, model.recency(), model.recencyCuts());
        frequency = cuts(RfmResult.Axis.FREQUENCY, model.frequency(), model.frequencyCuts());
        monetary = cuts(RfmResult.Axis.MONETARY, model.monetary(), model.monetaryCuts());
        weights();
        labels();
        add(cutFields, labelFields);
    }

    /** The cut points and weights, to be placed by the studio. */
    Div cutFields() {
        return cutFields;
    }

    /** The labels, to be placed by the studio. */
    Div labelFields() {
        return labelFields;
    }

    /** Puts weights into their fields. */
    void setWeights(List<Double> numbers) {
        asOne(() -> weights.set(numbers));
    }

    /** Empties the cut points: a fifth of the customers in each score. */
    void setQuintiles() {
        asOne(() -> List.of(recency, frequency, monetary).forEach(fields -> fields.set(List.of())));
    }

    /** Draws how the measures are spread, with cut points to drag. */
    void draw(Function<String, Histogram> spread) {
        draw(RfmResult.Axis.RECENCY, spread.apply(model.recency()));
        draw(RfmResult.Axis.FREQUENCY, spread.apply(model.frequency()));
        draw(RfmResult.Axis.MONETARY, spread.apply(model.monetary()));
    }

    private void draw(RfmResult.Axis axis, Histogram histogram) {
        CutHistogram drawn = histograms.get(axis);
        if (drawn != null) {
            drawn.setSpread(histogram.low(), histogram.high(), histogram.counts());
            drawn.setVisible(!histogram.counts().isEmpty());
        }
    }

    @Override
    void show(Effect effect) {
        if (effect.after() instanceof RfmResult result) {
            histograms.forEach((axis, drawn) -> {
                List<Double> at =
                        result.cutPoints(axis).stream().map(Value::asDouble).toList();
                drawn.setCuts(at, labels(axis));
                fields(axis)
                        .suggest(at.stream()
                                .map(value -> words.formats().decimal(value))
                                .toList());
            });
        }
    }

    private NumberFields fields(RfmResult.Axis axis) {
        return switch (axis) {
            case RECENCY -> recency;
            case FREQUENCY -> frequency;
            case MONETARY -> monetary;
        };
    }

    private List<Double> applying(RfmResult.Axis axis) {
        return Optional.ofNullable(histograms.get(axis)).map(CutHistogram::cuts).orElse(List.of());
    }

    private List<String> labels(RfmResult.Axis axis) {
        String name = words.names().name(metric(axis));
        return IntStream.range(1, SCORES)
                .mapToObj(i -> name + ", " + words.text("segment.edit.cut", String.valueOf(i)))
                .toList();
    }

    private String metric(RfmResult.Axis axis) {
        return switch (axis) {
            case RECENCY -> model.recency();
            case FREQUENCY -> model.frequency();
            case MONETARY -> model.monetary();
        };
    }

    private static String tone(RfmResult.Axis axis) {
        return switch (axis) {
            case RECENCY -> "segment-4";
            case FREQUENCY -> "segment-2";
            case MONETARY -> "tier-gold";
        };
    }

    private NumberFields cuts(RfmResult.Axis axis, String metric, List<Double> values) {
        NumberFields fields = new NumberFields();
        CutHistogram drawn = new CutHistogram(words.names().name(metric), tone(axis), 1);
        drawn.setVisible(false);
        drawn.addMovedListener((place, value) -> moved(drawn, fields, place, value));
        histograms.put(axis, drawn);
        for (int i = 0; i < SCORES - 1; i++) {
            String label = words.text("segment.edit.cut", String.valueOf(i + 1));
            if (i < values.size()) {
                fields.field(label, values.get(i));
            } else {
                fields.empty(label);
            }
        }
        cutFields.add(
                heading(words.text("segment.edit.cuts", words.names().name(metric))),
                hint("segment.edit.cuts.hint"),
                drawn,
                fields.narrow());
        return fields;
    }

    /** Percentiles become the numbers they stand for as soon as one is moved. */
    private void moved(CutHistogram drawn, NumberFields fields, int place, double value) {
        List<Double> numbers = new ArrayList<>(drawn.cuts());
        if (place >= 0 && place < numbers.size()) {
            numbers.set(place, value);
            asOne(() -> fields.set(numbers));
        }
    }

    private static H3 heading(String text) {
        H3 heading = new H3(text);
        heading.addClassName("section-title");
        return heading;
    }

    private Div hint(String key) {
        Div hint = new Div(words.text(key));
        hint.addClassName("caption");
        return hint;
    }

    private void weights() {
        List<String> metrics = List.of(model.recency(), model.frequency(), model.monetary());
        for (int i = 0; i < metrics.size(); i++) {
            double weight = i < model.weights().size() ? model.weights().get(i) : 1;
            weights.field(words.names().name(metrics.get(i)), weight);
        }
        cutFields.add(heading(words.text("segment.edit.weights")), hint("segment.edit.weights.hint"), weights.narrow());
    }

    private void labels() {
        String[] headings = new String[SCORES + 1];
        headings[0] = words.text("segment.grid.corner");
        for (int level = 1; level <= SCORES; level++) {
            headings[level] = words.text("segment.grid.column", String.valueOf(level));
        }
        FigureTable table = new FigureTable(words.text("segment.edit.labels"), headings);
        for (int recencyScore = 1; recencyScore <= SCORES; recencyScore++) {
            List<Select<String>> row = new ArrayList<>();
            for (int level = 1; level <= SCORES; level++) {
                row.add(label(recencyScore, level));
            }
            labels.add(row);
        }
        for (int recencyScore = SCORES; recencyScore >= 1; recencyScore--) {
            table.row(
                    new Div(words.text("segment.grid.row", String.valueOf(recencyScore))),
                    labels.get(recencyScore - 1).toArray(Select[]::new));
        }
        labelFields.add(heading(words.text("segment.edit.labels")), hint("segment.edit.labels.hint"), table);
    }

    private Select<String> label(int recencyScore, int level) {
        Select<String> select = new Select<>();
        select.setAriaLabel(words.text("segment.edit.cell", String.valueOf(recencyScore), String.valueOf(level)));
        select.setItems(model.segments().stream().map(SegmentDefinition::id).toList());
        select.setItemLabelGenerator(id -> words.names().text(Texts.segment(model.id(), id)));
        select.setValue(model.grid().get(recencyScore - 1).get(level - 1));
        return select;
    }

    @Override
    Optional<String> judge() {
        List<String> wrong = new ArrayList<>();
        for (RfmResult.Axis axis : RfmResult.Axis.values()) {
            NumberFields cuts = fields(axis);
            (cuts.numbers().isEmpty() ? cuts.unmark() : cuts.judge(applying(axis), Limits.GROWING))
                    .ifPresent(cut -> wrong.add(words.names().name(metric(axis)) + ", " + cut));
        }
        weights.judge(List.of(), Limits.POSITIVE).ifPresent(wrong::add);
        return wrong.stream().findFirst();
    }

    @Override
    ModelChange change() {
        return new ModelChange.Rfm(
                model.id(),
                recency.numbersOr(applying(RfmResult.Axis.RECENCY)),
                frequency.numbersOr(applying(RfmResult.Axis.FREQUENCY)),
                monetary.numbersOr(applying(RfmResult.Axis.MONETARY)),
                weights.numbers(),
                labels.stream()
                        .map(row -> row.stream()
                                .map(select ->
                                        Optional.ofNullable(select.getValue()).orElse(""))
                                .toList())
                        .toList());
    }
}
