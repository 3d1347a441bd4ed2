package org.clientele.common.ui.condition;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.condition.ListField.Choice;
import org.clientele.common.ui.condition.ListField.Kind;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.form.FormNode;
import org.clientele.engine.condition.form.FormNode.Among;
import org.clientele.engine.condition.form.FormNode.Changed;
import org.clientele.engine.condition.form.FormNode.Compare;
import org.clientele.engine.condition.form.FormNode.Events;
import org.clientele.engine.condition.form.FormNode.Flag;
import org.clientele.engine.condition.form.FormNode.Known;
import org.clientele.engine.condition.form.FormNode.Operand;
import org.clientele.engine.condition.form.FormNode.Written;
import org.clientele.engine.condition.form.FormWriter;
import org.clientele.frontend.Icon;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/** One comparison of a condition: field, test, what with. What its fields cannot show stands as it is written. */
final class ConditionRow extends Div {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final transient ConditionSubjects fields;
    private final Runnable changed;
    private final ComboBox<ListField> field = new ComboBox<>();
    private final Select<ConditionTest> test = new Select<>();
    private final Select<Against> against = new Select<>();
    private final Div value = new Div();
    private final TextField text = new TextField();
    private final BigDecimalField number = new BigDecimalField();
    private final DatePicker day = DateFields.create("");
    private final IntegerField offset = new IntegerField();
    private final ComboBox<ListField> other = new ComboBox<>();
    private final MultiSelectComboBox<Choice> choices = new MultiSelectComboBox<>();
    private final TextField written = new TextField();
    private final ChangeFields change;
    private final Span count = new Span();
    private @Nullable EventFields events;

    ConditionRow(ConditionSubjects fields, Runnable changed, Consumer<ConditionRow> removed) {
        this.fields = fields;
        this.changed = changed;
        this.change = new ChangeFields(changed);
        addClassNames("row");
        label();
        Button remove = new Button(Icon.X.create(), click -> removed.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(getTranslation("customer.condition.row.remove"));
        count.addClassNames("caption", "num");
        add(field, test, against, value, written, count, remove);
        written.setVisible(false);
        showTests();
    }

    /** What a field is compared with. */
    private enum Against {
        VALUE,
        FIELD,
        DAYS,
        MONTHS
    }

    private void label() {
        field.setWidth("15em");
        test.setWidth("9em");
        against.setWidth("10em");
        field.setAriaLabel(getTranslation("customer.filter.field"));
        field.setPlaceholder(getTranslation("customer.filter.field"));
        field.setItems(fields.all());
        field.setItemLabelGenerator(this::fieldName);
        field.addValueChangeListener(change -> {
            showTests();
            changed.run();
        });
        test.setAriaLabel(getTranslation("customer.filter.operator"));
        test.setItemLabelGenerator(each -> each == null ? "" : getTranslation("customer.filter.choose." + each.code()));
        test.addValueChangeListener(change -> {
            showValue();
            changed.run();
        });
        against.setAriaLabel(getTranslation("customer.condition.against"));
        against.setItemLabelGenerator(each -> each == null
                ? ""
                : getTranslation("customer.condition.against." + each.name().toLowerCase(Locale.ROOT)));
        against.addValueChangeListener(change -> {
            showValue();
            changed.run();
        });
        String valueName = getTranslation("customer.filter.value");
        text.setAriaLabel(valueName);
        number.setAriaLabel(valueName);
        day.setAriaLabel(valueName);
        offset.setAriaLabel(valueName);
        other.setAriaLabel(getTranslation("customer.condition.against.field"));
        other.setItemLabelGenerator(ListField::name);
        choices.setAriaLabel(getTranslation("customer.filter.values"));
        choices.setItemLabelGenerator(Choice::name);
        written.setAriaLabel(getTranslation("customer.condition.written"));
        written.addClassName("grow");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        offset.setValueChangeMode(ValueChangeMode.LAZY);
        written.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> changed.run());
        number.addValueChangeListener(change -> changed.run());
        day.addValueChangeListener(change -> changed.run());
        offset.addValueChangeListener(change -> changed.run());
        other.addValueChangeListener(change -> changed.run());
        choices.addValueChangeListener(change -> changed.run());
        written.addValueChangeListener(change -> changed.run());
    }

    private String fieldName(ListField one) {
        return one.kind() == Kind.ACTIVITY ? getTranslation("customer.condition.activity", one.name()) : one.name();
    }

    private Optional<ListField> chosen() {
        return Optional.ofNullable(field.getValue());
    }

    private void showTests() {
        Optional<ListField> subject = chosen();
        boolean activity = subject.filter(one -> one.kind() == Kind.ACTIVITY).isPresent();
        events = activity ? new EventFields(fields, subject.get().id(), changed) : null;
        test.setVisible(subject.isPresent() && !activity);
        subject.filter(one -> one.kind() != Kind.ACTIVITY).ifPresent(one -> {
            List<ConditionTest> tests = ConditionTest.of(one.kind(), fields.hasHistory(one));
            test.setItems(tests);
            test.setValue(tests.getFirst());
            choices.setItems(one.choices());
            change.offer(one);
            other.setItems(fields.all().stream()
                    .filter(each -> !each.equals(one) && comparableWith(one.kind(), each.kind()))
                    .toList());
            against.setItems(
                    one.kind() == Kind.DATE
                            ? List.of(Against.VALUE, Against.DAYS, Against.MONTHS, Against.FIELD)
                            : List.of(Against.VALUE, Against.FIELD));
            against.setValue(Against.VALUE);
        });
        showValue();
    }

    private static boolean comparableWith(Kind one, Kind another) {
        return one == another || (one.isNumber() && another.isNumber());
    }

    private void showValue() {
        value.removeAll();
        if (events != null) {
            against.setVisible(false);
            value.add(events);
            return;
        }
        ConditionTest tested = test.getValue();
        Optional<ListField> subject = chosen();
        boolean compares = subject.isPresent() && tested != null && tested.operator() != null;
        boolean listed = tested == ConditionTest.IN;
        against.setVisible(compares && !listed && !subject.get().kind().isChosen());
        if (tested == ConditionTest.CHANGED) {
            value.add(change);
        } else if (listed) {
            value.add(choices);
        } else if (compares) {
            value.add(editor(subject.get().kind()));
        }
    }

    private Component editor(Kind kind) {
        Against with = against.getValue();
        if (kind.isChosen()) {
            return choices;
        }
        if (with == Against.FIELD) {
            return other;
        }
        if (with == Against.DAYS || with == Against.MONTHS) {
            return offset;
        }
        return kind == Kind.TEXT ? text : kind == Kind.DATE ? day : number;
    }

    void focus() {
        field.focus();
    }

    /** Says how many customers meet it. */
    void count(PartCounts counts) {
        counts.say(count, node(), customers -> getTranslation("customer.condition.part", customers));
    }

    /** What the row says; nothing while something is lacking. */
    @Nullable
    FormNode node() {
        if (written.isVisible()) {
            return written.getValue().isBlank() ? null : new Written(written.getValue());
        }
        if (events != null) {
            return events.node();
        }
        ListField subject = field.getValue();
        ConditionTest tested = test.getValue();
        if (subject == null || tested == null) {
            return null;
        }
        return switch (tested) {
            case YES -> new Flag(subject.id(), true);
            case NO -> new Flag(subject.id(), false);
            case MISSING -> new Known(subject.id(), false);
            case PRESENT -> new Known(subject.id(), true);
            case IN -> among(subject);
            case CHANGED -> change.node(subject.id());
            default -> compare(subject, tested);
        };
    }

    private @Nullable FormNode among(ListField subject) {
        List<Operand> values = subject.choices().stream()
                .filter(choices.getValue()::contains)
                .map(choice -> (Operand) new Operand.Words(choice.id()))
                .toList();
        if (values.isEmpty()) {
            return null;
        }
        return values.size() == 1
                ? new Compare(subject.id(), Operator.EQUAL, values.getFirst())
                : new Among(subject.id(), values);
    }

    private @Nullable FormNode compare(ListField subject, ConditionTest tested) {
        Operator operator = tested.operator();
        Operand operand = operand(subject);
        return operator == null || operand == null ? null : new Compare(subject.id(), operator, operand);
    }

    private @Nullable Operand operand(ListField subject) {
        if (subject.kind().isChosen()) {
            return choices.getValue().stream()
                    .findFirst()
                    .map(choice -> (Operand) new Operand.Words(choice.id()))
                    .orElse(null);
        }
        Against with = against.getValue();
        return switch (with == null ? Against.VALUE : with) {
            case FIELD ->
                other.getValue() == null
                        ? null
                        : new Operand.Field(other.getValue().id());
            case DAYS, MONTHS ->
                offset.getValue() == null ? null : new Operand.FromToday(offset.getValue(), with == Against.MONTHS);
            case VALUE -> literal(subject.kind());
        };
    }

    private @Nullable Operand literal(Kind kind) {
        if (kind == Kind.TEXT) {
            return text.isEmpty() ? null : new Operand.Words(text.getValue());
        }
        if (kind == Kind.DATE) {
            return day.getValue() == null ? null : new Operand.Day(day.getValue());
        }
        BigDecimal amount = number.getValue();
        if (amount == null) {
            return null;
        }
        return new Operand.Amount(kind == Kind.SHARE ? amount.divide(HUNDRED) : amount);
    }

    /** Shows a part of a condition that is no group. */
    void show(FormNode node) {
        boolean shown =
                switch (node) {
                    case Flag flag -> choose(flag.field(), flag.yes() ? ConditionTest.YES : ConditionTest.NO);
                    case Known known ->
                        choose(known.field(), known.known() ? ConditionTest.PRESENT : ConditionTest.MISSING);
                    case Among among -> show(among);
                    case Compare compare -> show(compare);
                    case Events shownEvents -> show(shownEvents);
                    case Changed was -> choose(was.field(), ConditionTest.CHANGED) && change.show(was);
                    default -> false;
                };
        if (!shown || !node.equals(node())) {
            field.setVisible(false);
            test.setVisible(false);
            against.setVisible(false);
            value.setVisible(false);
            written.setVisible(true);
            written.setValue(FormWriter.write(node));
        }
    }

    private boolean show(Events shown) {
        fields.find(Scope.activityOf(shown.subject()).orElse(shown.subject()))
                .filter(found -> found.kind() == Kind.ACTIVITY)
                .ifPresent(field::setValue);
        return events != null && events.show(shown);
    }

    private boolean choose(String id, ConditionTest tested) {
        Optional<ListField> subject = fields.find(id)
                .filter(found ->
                        ConditionTest.of(found.kind(), fields.hasHistory(found)).contains(tested));
        subject.ifPresent(found -> {
            field.setValue(found);
            test.setValue(tested);
        });
        return subject.isPresent();
    }

    private boolean show(Among among) {
        return choose(among.field(), ConditionTest.IN) && pick(among.values());
    }

    private boolean show(Compare compare) {
        boolean chosen = fields.find(compare.field())
                .filter(found -> found.kind().isChosen())
                .isPresent();
        boolean one = chosen && compare.operator() == Operator.EQUAL;
        ConditionTest tested = one ? ConditionTest.IN : ConditionTest.of(compare.operator());
        if (tested == null || !choose(compare.field(), tested)) {
            return false;
        }
        return chosen ? pick(List.of(compare.operand())) : show(compare.operand());
    }

    private boolean pick(List<Operand> values) {
        Set<Choice> picked = new LinkedHashSet<>();
        chosen().ifPresent(subject -> subject.choices().stream()
                .filter(choice -> values.contains(new Operand.Words(choice.id())))
                .forEach(picked::add));
        choices.setValue(picked);
        return !picked.isEmpty();
    }

    private boolean show(Operand operand) {
        switch (operand) {
            case Operand.Words(String words) -> text.setValue(words);
            case Operand.Day(var date) -> day.setValue(date);
            case Operand.FromToday(int amount, boolean months) -> {
                against.setValue(months ? Against.MONTHS : Against.DAYS);
                offset.setValue(amount);
            }
            case Operand.Field(String name) -> {
                against.setValue(Against.FIELD);
                fields.find(name).ifPresent(other::setValue);
            }
            case Operand.Amount(BigDecimal amount) -> number.setValue(percent() ? amount.multiply(HUNDRED) : amount);
        }
        return true;
    }

    private boolean percent() {
        return chosen().filter(subject -> subject.kind() == Kind.SHARE).isPresent();
    }
}
