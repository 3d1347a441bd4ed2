package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.preview.Effect;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ui.NumberFields.Limits;

/** Measures, cut points, weights and the label of every cell of an RFM model. */
final class RfmFields extends ModelFields {
    private static final int SCORES = 5;

    private final transient OpenModel opened;
    private final transient SegmentWords words;
    private final transient ModelDefinition.Rfm model;
    private final Map<RfmResult.Axis, RfmAxisFields> axes = new EnumMap<>(RfmResult.Axis.class);
    private final NumberFields weights = new NumberFields();
    /** Once what it stands in is open. */
    private static final String SHOW_CHOICES = """
            requestAnimationFrame(() => {
              this.scrollIntoView({ block: 'center', inline: 'center' });
              this.focus();
              this.opened = true;
            });""";

    private final List<List<Select<String>>> labels = new ArrayList<>();
    private final Div cutFields = new Div();
    private final Div labelFields = new Div();

    RfmFields(OpenModel opened, ModelDefinition.Rfm model) {
        this.opened = opened;
        this.words = opened.words();
        this.model = model;
        addClassName("stack");
        cutFields.addClassName("stack");
        labelFields.addClassName("stack");
        axis(RfmResult.Axis.RECENCY, model.recency(), model.recencyCuts());
        axis(RfmResult.Axis.FREQUENCY, model.frequency(), model.frequencyCuts());
        axis(RfmResult.Axis.MONETARY, model.monetary(), model.monetaryCuts());
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
        asOne(() -> axes.values().forEach(RfmAxisFields::clear));
    }

    @Override
    void follow(OpenModel now) {
        axes.values().forEach(axis -> axis.follow(now));
    }

    @Override
    void show(Effect effect) {
        if (effect.after() instanceof RfmResult result) {
            axes.forEach((axis, fields) -> fields.show(result.cutPoints(axis)));
        }
    }

    private void axis(RfmResult.Axis axis, String metric, List<Double> cuts) {
        RfmAxisFields fields =
                new RfmAxisFields(opened, axis, new RfmAxisFields.Given(metric, cuts), this, this::nameWeights);
        axes.put(axis, fields);
        cutFields.add(fields);
    }

    private RfmAxisFields axis(RfmResult.Axis axis) {
        return Objects.requireNonNull(axes.get(axis));
    }

    private void nameWeights() {
        weights.name(axes.values().stream()
                .map(axis -> words.names().name(axis.metric()))
                .toList());
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
        List<String> columns = IntStream.rangeClosed(1, SCORES)
                .mapToObj(level -> words.text("segment.grid.column", String.valueOf(level)))
                .toList();
        for (int recencyScore = 1; recencyScore <= SCORES; recencyScore++) {
            List<Select<String>> row = new ArrayList<>();
            for (int level = 1; level <= SCORES; level++) {
                row.add(label(recencyScore, level));
            }
            labels.add(row);
        }
        LabelChoices choices =
                new LabelChoices(words.text("segment.edit.labels"), words.text("segment.grid.corner"), columns);
        for (int recencyScore = SCORES; recencyScore >= 1; recencyScore--) {
            String score = String.valueOf(recencyScore);
            choices.row(words.text("segment.grid.row", score), score, labels.get(recencyScore - 1));
        }
        labelFields.add(choices.table());
    }

    /** Opens the choice of a cell's label. @param cell as {@link LabelGrid} calls it */
    void openLabel(String cell) {
        String[] place = cell.split(":", -1);
        Select<String> select = labels.get(Integer.parseInt(place[0]) - 1).get(Integer.parseInt(place[1]) - 1);
        select.getElement().executeJs(SHOW_CHOICES);
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
        axes.values().forEach(axis -> axis.judge().ifPresent(wrong::add));
        weights.judge(List.of(), Limits.POSITIVE).ifPresent(wrong::add);
        return wrong.stream().findFirst();
    }

    @Override
    ModelChange change() {
        return new ModelChange.Rfm(
                model.id(),
                axis(RfmResult.Axis.RECENCY).metric(),
                axis(RfmResult.Axis.FREQUENCY).metric(),
                axis(RfmResult.Axis.MONETARY).metric(),
                axis(RfmResult.Axis.RECENCY).cuts(),
                axis(RfmResult.Axis.FREQUENCY).cuts(),
                axis(RfmResult.Axis.MONETARY).cuts(),
                weights.numbers(),
                labels.stream()
                        .map(row -> row.stream()
                                .map(select ->
                                        Optional.ofNullable(select.getValue()).orElse(""))
                                .toList())
                        .toList());
    }
}
