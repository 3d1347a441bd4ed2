package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.plugins.api.ModelDefinition.Matrix.Axis;
import org.clientele.plugins.api.ModelDefinition.Matrix.Method;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ui.NumberFields.Limits;

/** The way an axis of a matrix is cut into levels, and its cuts. Shares are given in percent. */
final class AxisFields extends Div {
    private static final double PERCENT = 100;

    private final transient SegmentWords words;
    private final transient Axis axis;
    private final transient Consumer<Component> added;
    private final Select<Method> method = new Select<>();
    private final Div hint = new Div();
    private final Div holder = new Div();
    private NumberFields fields = new NumberFields();

    /** @param added told of fields that were added */
    AxisFields(SegmentWords words, Axis axis, Consumer<Component> added) {
        this.words = words;
        this.axis = axis;
        this.added = added;
        addClassName("stack");
        method.setLabel(words.text("segment.matrix.method"));
        method.setItems(Method.values());
        method.setItemLabelGenerator(m -> words.text(key(m)));
        method.setValue(axis.method());
        method.addValueChangeListener(event -> showCuts(List.of()));
        hint.addClassName("caption");
        add(method, hint, holder);
        showCuts(axis.cuts());
    }

    private static String key(Method method) {
        return "segment.matrix.method." + method.name().toLowerCase(Locale.ROOT);
    }

    private boolean inPercent() {
        return method.getValue() == Method.PERCENTILE;
    }

    private void showCuts(List<Double> values) {
        fields = new NumberFields();
        for (int cut = 0; cut < axis.cuts().size(); cut++) {
            String label = words.text(
                    inPercent() ? "segment.matrix.cut.percent" : "segment.matrix.cut", String.valueOf(cut + 2));
            if (cut < values.size()) {
                double value = values.get(cut) * (inPercent() ? PERCENT : 1);
                fields.field(label, Math.round(value * 1e6) / 1e6);
            } else {
                fields.empty(label);
            }
        }
        hint.setText(words.text(key(method.getValue()) + ".hint"));
        holder.removeAll();
        holder.add(fields);
        added.accept(fields);
    }

    /** Marks the cuts that do not fit; gives the first of them. */
    Optional<String> judge() {
        return fields.judge(List.of(), inPercent() ? Limits.GROWING_SHARES : Limits.GROWING)
                .map(cut -> words.names().name(axis.metric()) + ", " + cut);
    }

    ModelChange.Matrix.Cuts cuts() {
        List<Double> numbers = fields.numbers().stream()
                .map(number -> inPercent() ? number / PERCENT : number)
                .toList();
        return new ModelChange.Matrix.Cuts(method.getValue(), numbers);
    }
}
