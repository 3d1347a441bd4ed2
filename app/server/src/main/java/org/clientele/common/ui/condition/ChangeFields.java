package org.clientele.common.ui.condition;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.clientele.common.ui.condition.ListField.Choice;
import org.clientele.common.ui.condition.ListField.Kind;
import org.clientele.engine.condition.form.FormNode.Changed;
import org.clientele.plugins.definition.ConditionLanguage;
import org.jspecify.annotations.Nullable;

/** From what to what a field changed, in which days. */
final class ChangeFields extends Div {
    private static final int USUAL = 30;

    private final ComboBox<Choice> from = new ComboBox<>();
    private final ComboBox<Choice> to = new ComboBox<>();
    private final IntegerField days = new IntegerField();
    private boolean flag;

    ChangeFields(Runnable changed) {
        addClassName("row");
        label(from, "customer.condition.from", changed);
        label(to, "customer.condition.to", changed);
        days.setAriaLabel(getTranslation("customer.condition.window"));
        days.setSuffixComponent(new Span(getTranslation("customer.condition.window.days")));
        days.setMin(1);
        days.setMax(ConditionLanguage.MAX_OFFSET);
        days.setValue(USUAL);
        days.setValueChangeMode(ValueChangeMode.LAZY);
        days.addValueChangeListener(change -> changed.run());
        add(from, to, days);
    }

    private void label(ComboBox<Choice> values, String key, Runnable changed) {
        values.setAriaLabel(getTranslation(key));
        values.setPlaceholder(getTranslation(key));
        values.setItemLabelGenerator(Choice::name);
        values.setClearButtonVisible(true);
        values.addValueChangeListener(change -> changed.run());
    }

    void offer(ListField field) {
        flag = field.kind() == Kind.FLAG;
        List<Choice> choices =
                flag ? List.of(choice("true", "common.yes"), choice("false", "common.no")) : field.choices();
        from.setItems(choices);
        to.setItems(choices);
    }

    @Nullable
    Changed node(String field) {
        boolean valued = from.getValue() != null || to.getValue() != null;
        return days.getValue() == null ? null : new Changed(field, id(from), id(to), days.getValue(), flag && valued);
    }

    private Choice choice(String id, String key) {
        return new Choice(id, getTranslation(key), null);
    }

    private static @Nullable String id(ComboBox<Choice> values) {
        return Optional.ofNullable(values.getValue()).map(Choice::id).orElse(null);
    }

    /** Shows a change; always true, what the choices lack is seen when they are read again. */
    boolean show(Changed changed) {
        choose(from, changed.from());
        choose(to, changed.to());
        days.setValue(changed.days());
        return true;
    }

    private static void choose(ComboBox<Choice> values, @Nullable String id) {
        values.getListDataView()
                .getItems()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .ifPresent(values::setValue);
    }
}
