package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.plugins.api.ModelDefinition.Matrix.Axis;
import org.clientele.plugins.api.ModelDefinition.Matrix.Method;
import org.clientele.segment.MeasureBounds;
import org.clientele.segment.Measures;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ui.NumberFields.Limits;

/** What an axis of a matrix goes by, the way it is cut into levels, and its cuts. Shares are given in percent. */
final class AxisFields extends Div {
    private static final double PERCENT = 100;

    private transient OpenModel opened;
    private final transient SegmentWords words;
    private final transient ModelFields asked;
    private final transient Runnable renamed;
    private final int levels;
    private String measure;
    private final Select<Method> method = new Select<>();
    private final Div hint = new Div();
    private final Div switched = new Div();
    private final Div holder = new Div();
    private NumberFields fields = new NumberFields();

    /**
     * @param title which axis it is
     * @param asked the fields that these are part of
     * @param renamed told when the axis goes by another measure
     */
    AxisFields(OpenModel opened, String title, Axis axis, ModelFields asked, Runnable renamed) {
        this.opened = opened;
        this.words = opened.words();
        this.asked = asked;
        this.renamed = renamed;
        this.measure = axis.metric();
        this.levels = axis.cuts().size() + 1;
        addClassName("stack");
        H3 heading = new H3(title);
        heading.addClassName("section-title");
        method.setLabel(words.text("segment.matrix.method"));
        method.setItems(Method.values());
        method.setItemLabelGenerator(m -> words.text(key(m)));
        method.setValue(axis.method());
        method.addValueChangeListener(event -> {
            switched.setVisible(false);
            showCuts(List.of());
        });
        hint.addClassName("caption");
        switched.addClassName("caption");
        switched.setVisible(false);
        add(heading, MeasureField.beside(measureField(), method), switched, hint, holder);
        showCuts(axis.cuts());
    }

    /** Goes on over other customers. */
    void follow(OpenModel now) {
        opened = now;
    }

    private MeasureField measureField() {
        MeasureField field = new MeasureField(
                words,
                words.text("segment.edit.measure"),
                MeasureField.visible(
                        Measures.axes(
                                words.vertical().definition(), opened.model().id()),
                        opened.session().hidden()),
                measure);
        field.onChoice(wanted -> opened.later(() -> opened.session().cuts(wanted, evenly()), cuts -> {
            if (wanted.equals(field.chosen()) && !wanted.equals(measure)) {
                take(wanted, cuts);
            }
        }));
        return field;
    }

    private List<Double> evenly() {
        return IntStream.range(1, levels)
                .mapToObj(level -> Math.rint(PERCENT * level / levels) / PERCENT)
                .toList();
    }

    /** Shares mean the same of any measure; values do not, so that the new one's stand in for them or, where it has too few, shares. */
    private void take(String wanted, List<Double> found) {
        asked.asOne(() -> {
            List<Double> kept = cuts().cuts();
            measure = wanted;
            boolean tooFew = !inPercent() && found.isEmpty();
            List<Double> now = inPercent() ? kept : tooFew ? evenly() : found;
            if (tooFew) {
                method.setValue(Method.PERCENTILE);
            }
            showCuts(now);
            switched.setText(words.text("segment.matrix.switched", words.names().name(measure)));
            switched.setVisible(tooFew);
            renamed.run();
        });
    }

    /** What the axis goes by. */
    String measure() {
        return measure;
    }

    private static String key(Method method) {
        return "segment.matrix.method." + method.name().toLowerCase(Locale.ROOT);
    }

    private boolean inPercent() {
        return method.getValue() == Method.PERCENTILE;
    }

    /** By how much cuts are larger where they are typed. */
    private double scale() {
        return inPercent() ? PERCENT : words.scale(measure);
    }

    private String labelKey() {
        if (inPercent()) {
            return "segment.matrix.cut.percent";
        }
        return scale() == 1 ? "segment.matrix.cut" : "segment.matrix.cut.share";
    }

    private void showCuts(List<Double> values) {
        fields = new NumberFields();
        for (int cut = 0; cut < levels - 1; cut++) {
            fields.empty(words.text(labelKey(), String.valueOf(cut + 2)));
        }
        fields.set(NumberFields.typed(values, scale()));
        hint.setText(words.text(key(method.getValue()) + ".hint"));
        holder.removeAll();
        holder.add(fields);
        asked.watch(fields);
    }

    /** Marks the cuts that do not fit; gives the first of them. */
    Optional<String> judge() {
        MeasureBounds bounds = MeasureBounds.of(words.vertical().definition(), measure);
        return fields.judge(List.of(), inPercent() ? Limits.GROWING_SHARES : Limits.of(1, bounds, scale()))
                .map(cut -> words.names().name(measure) + ", " + cut);
    }

    ModelChange.Matrix.Cuts cuts() {
        double scale = scale();
        List<Double> numbers =
                fields.numbers().stream().map(number -> number / scale).toList();
        return new ModelChange.Matrix.Cuts(measure, method.getValue(), numbers);
    }
}
