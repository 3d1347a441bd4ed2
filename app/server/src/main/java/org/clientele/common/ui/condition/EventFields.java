package org.clientele.common.ui.condition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.engine.condition.form.FormNode;
import org.clientele.engine.condition.form.FormNode.Events;
import org.clientele.engine.condition.form.FormNode.Group;
import org.clientele.engine.condition.form.FormNode.Operand;
import org.clientele.frontend.Icon;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** How often something happened, or how much of it: in which days, with what, compared with what. */
final class EventFields extends Div {
    private final transient ConditionSubjects rows;
    private final Runnable changed;
    private final Select<String> measure = new Select<>();
    private final IntegerField days = new IntegerField();
    private final Select<ConditionTest> test = new Select<>();
    private final Select<Boolean> against = new Select<>();
    private final BigDecimalField number = new BigDecimalField();
    private final ComboBox<ListField> other = new ComboBox<>();
    private final Button filter;
    private final Div place = new Div();
    private @Nullable ConditionGroup where;

    EventFields(ConditionSubjects fields, String activity, Runnable changed) {
        this.rows = fields.rows(activity).orElseThrow();
        this.changed = changed;
        addClassName("stack");
        measure.setItems(Stream.concat(
                        Stream.of(activity),
                        rows.all().stream()
                                .filter(field ->
                                        field.kind().isNumber() && !field.id().endsWith("." + Scope.DAYS_AGO))
                                .map(ListField::id))
                .toList());
        measure.setItemLabelGenerator(this::measureName);
        measure.setAriaLabel(getTranslation("customer.condition.measure"));
        measure.setValue(activity);
        measure.addValueChangeListener(change -> changed.run());
        days.setAriaLabel(getTranslation("customer.condition.window"));
        days.setPlaceholder(getTranslation("customer.condition.window.ever"));
        days.setSuffixComponent(new Span(getTranslation("customer.condition.window.days")));
        days.setMin(1);
        days.setMax(ConditionLanguage.MAX_OFFSET);
        days.setValueChangeMode(ValueChangeMode.LAZY);
        days.addValueChangeListener(change -> changed.run());
        compare(fields);
        filter = new Button(
                getTranslation("customer.condition.where.add"), Icon.PLUS.create(), click -> open().show(null));
        filter.addThemeVariants(ButtonVariant.TERTIARY);
        Div line = new Div(measure, days, test, against, number, other, filter);
        line.addClassName("row");
        add(line, place);
        showOperand();
    }

    private void compare(ConditionSubjects fields) {
        test.setItems(ConditionTest.comparisons());
        test.setItemLabelGenerator(each -> each == null ? "" : getTranslation("customer.filter.choose." + each.code()));
        test.setAriaLabel(getTranslation("customer.filter.operator"));
        test.setValue(ConditionTest.GTE);
        test.addValueChangeListener(change -> changed.run());
        against.setItems(false, true);
        against.setItemLabelGenerator(field -> getTranslation(
                Boolean.TRUE.equals(field) ? "customer.condition.against.field" : "customer.condition.against.value"));
        against.setAriaLabel(getTranslation("customer.condition.against"));
        against.setValue(false);
        against.addValueChangeListener(change -> {
            showOperand();
            changed.run();
        });
        number.setAriaLabel(getTranslation("customer.filter.value"));
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.addValueChangeListener(change -> changed.run());
        other.setItems(
                fields.all().stream().filter(field -> field.kind().isNumber()).toList());
        other.setItemLabelGenerator(ListField::name);
        other.setAriaLabel(getTranslation("customer.condition.against.field"));
        other.addValueChangeListener(change -> changed.run());
    }

    private String measureName(String subject) {
        return rows.find(subject)
                .map(field -> getTranslation("customer.condition.measure.sum", field.name()))
                .orElseGet(() -> getTranslation("customer.condition.measure.count"));
    }

    private void showOperand() {
        other.setVisible(against.getValue());
        number.setVisible(!against.getValue());
    }

    private ConditionGroup open() {
        ConditionGroup group = new ConditionGroup(rows, changed, this::close);
        where = group;
        place.add(group);
        filter.setVisible(false);
        return group;
    }

    private void close(Component group) {
        place.remove(group);
        where = null;
        filter.setVisible(true);
        changed.run();
    }

    /** What the fields say; nothing while something is lacking. */
    @Nullable
    Events node() {
        Operand operand = operand();
        if (operand == null) {
            return null;
        }
        FormNode filtered = filter();
        Integer window = days.getValue() == null && filtered != null
                ? Integer.valueOf(ConditionLanguage.MAX_OFFSET)
                : days.getValue();
        return new Events(
                measure.getValue(),
                window,
                filtered,
                Objects.requireNonNull(test.getValue().operator()),
                operand);
    }

    private @Nullable Operand operand() {
        if (against.getValue()) {
            return other.getValue() == null
                    ? null
                    : new Operand.Field(other.getValue().id());
        }
        BigDecimal amount = number.getValue();
        return amount == null ? null : new Operand.Amount(amount);
    }

    private @Nullable FormNode filter() {
        Group group = where == null ? null : where.node();
        if (group == null || group.parts().isEmpty()) {
            return null;
        }
        boolean single = group.parts().size() == 1 && !group.negated();
        return single ? group.parts().getFirst() : group;
    }

    /** Shows what happened; false where the fields cannot. */
    boolean show(Events events) {
        List<String> subjects = measure.getListDataView().getItems().toList();
        ConditionTest tested = ConditionTest.of(events.operator());
        if (!subjects.contains(events.subject()) || tested == null) {
            return false;
        }
        measure.setValue(events.subject());
        days.setValue(events.days());
        test.setValue(tested);
        if (events.where() != null) {
            open().show(events.where());
        }
        return show(events.operand());
    }

    private boolean show(Operand operand) {
        against.setValue(operand instanceof Operand.Field);
        switch (operand) {
            case Operand.Amount(BigDecimal amount) -> number.setValue(amount);
            case Operand.Field(String name) ->
                other.getListDataView()
                        .getItems()
                        .filter(field -> field.id().equals(name))
                        .findFirst()
                        .ifPresent(other::setValue);
            default -> {
                return false;
            }
        }
        return true;
    }
}
