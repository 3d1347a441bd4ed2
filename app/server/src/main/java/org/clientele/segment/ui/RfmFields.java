package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.common.ui.FigureTable;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;

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

    RfmFields(SegmentWords words, ModelDefinition.Rfm model) {
        this.words = words;
        this.model = model;
        addClassName("stack");
        recency = cuts(model.recency(), model.recencyCuts());
        frequency = cuts(model.frequency(), model.frequencyCuts());
        monetary = cuts(model.monetary(), model.monetaryCuts());
        weights();
        labels();
    }

    private NumberFields cuts(String metric, List<Double> values) {
        NumberFields fields = new NumberFields();
        for (int i = 0; i < SCORES - 1; i++) {
            String label = words.text("segment.edit.cut", String.valueOf(i + 1));
            if (i < values.size()) {
                fields.field(label, values.get(i));
            } else {
                fields.empty(label);
            }
        }
        add(
                heading(words.text("segment.edit.cuts", words.names().name(metric))),
                hint("segment.edit.cuts.hint"),
                fields);
        return fields;
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
        add(heading(words.text("segment.edit.weights")), hint("segment.edit.weights.hint"), weights);
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
        add(heading(words.text("segment.edit.labels")), hint("segment.edit.labels.hint"), table);
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
    ModelChange change() {
        return new ModelChange.Rfm(
                model.id(),
                recency.numbers(),
                frequency.numbers(),
                monetary.numbers(),
                weights.numbers(),
                labels.stream()
                        .map(row -> row.stream()
                                .map(select ->
                                        Optional.ofNullable(select.getValue()).orElse(""))
                                .toList())
                        .toList());
    }
}
