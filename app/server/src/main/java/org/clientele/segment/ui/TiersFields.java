package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.segment.ModelChange;

/** The way tiers are cut and their borders. Shares are given in percent. */
final class TiersFields extends ModelFields {
    private static final double PERCENT = 100;

    private final transient SegmentWords words;
    private final transient ModelDefinition.Tiers model;
    private final Select<Method> method = new Select<>();
    private final Div hint = new Div();
    private final Div holder = new Div();
    private NumberFields borders = new NumberFields();

    TiersFields(SegmentWords words, ModelDefinition.Tiers model) {
        this.words = words;
        this.model = model;
        addClassName("stack");
        method.setLabel(words.text("segment.edit.method"));
        method.setItems(Method.values());
        method.setItemLabelGenerator(m -> words.text(key(m)));
        method.setValue(model.method());
        method.addValueChangeListener(event -> showBorders(List.of()));
        hint.addClassName("caption");
        add(method, hint, holder);
        showBorders(model.borders());
    }

    private static String key(Method method) {
        return "segment.edit.method." + method.name().toLowerCase(Locale.ROOT);
    }

    private boolean inPercent() {
        return method.getValue() != Method.FIXED;
    }

    private void showBorders(List<Double> values) {
        borders = new NumberFields();
        for (int tier = 0; tier < model.segments().size() - 1; tier++) {
            String label = words.text(
                    inPercent() ? "segment.edit.border.percent" : "segment.edit.border", words.segment(model, tier));
            if (tier < values.size()) {
                double value = values.get(tier) * (inPercent() ? PERCENT : 1);
                borders.field(label, Math.round(value * 1e6) / 1e6);
            } else {
                borders.empty(label);
            }
        }
        hint.setText(words.text(key(method.getValue()) + ".hint", words.names().name(model.metric())));
        holder.removeAll();
        holder.add(borders);
        watch(borders);
    }

    @Override
    ModelChange change() {
        List<Double> numbers = borders.numbers().stream()
                .map(number -> inPercent() ? number / PERCENT : number)
                .toList();
        return new ModelChange.Tiers(model.id(), method.getValue(), numbers);
    }
}
