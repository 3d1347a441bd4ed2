package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.condition.ListField;
import org.clientele.common.ui.condition.ListField.Choice;
import org.clientele.common.ui.condition.ListField.Kind;
import org.clientele.customer.CustomerFilter.Compare;
import org.clientele.customer.CustomerFilter.Op;
import org.jspecify.annotations.Nullable;

/** Field, operator by type, value: makes one condition. */
final class FilterEditor extends Div {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ListFields fields;
    private final Consumer<Compare> whenApplied;
    private final ComboBox<ListField> field = new ComboBox<>();
    private final Select<Op> operator = new Select<>();
    private final Div values = new Div();
    private final Button apply = new Button();

    private final TextField text = new TextField();
    private final BigDecimalField number = new BigDecimalField();
    private final BigDecimalField upTo = new BigDecimalField();
    private final DatePicker day = DateFields.create(getTranslation("customer.filter.day"));
    private final DatePicker lastDay = DateFields.create(getTranslation("customer.filter.upTo"));
    private final CheckboxGroup<Choice> choices = new CheckboxGroup<>();
    private final Select<Boolean> flag = new Select<>();

    FilterEditor(ListFields fields, @Nullable Compare existing, Consumer<Compare> whenApplied) {
        this.fields = fields;
        this.whenApplied = whenApplied;
        addClassNames("filter-editor", "stack");
        values.addClassName("stack");
        label();
        add(field, operator, values, apply);
        chosen().ifPresentOrElse(this::showOperators, () -> {
            operator.setVisible(false);
            apply.setEnabled(false);
        });
        if (existing != null) {
            fields.find(existing.subject()).ifPresent(subject -> show(subject, existing));
        }
    }

    /** Puts the cursor where the choice begins. */
    void focusField() {
        field.focus();
    }

    private void label() {
        field.setLabel(getTranslation("customer.filter.field"));
        field.setItems(fields.all());
        field.setItemLabelGenerator(ListField::name);
        field.setWidthFull();
        field.addValueChangeListener(change -> chosen().ifPresent(this::showOperators));
        operator.setLabel(getTranslation("customer.filter.operator"));
        operator.setItemLabelGenerator(op -> op == null ? "" : getTranslation("customer.filter.choose." + code(op)));
        operator.setWidthFull();
        operator.addValueChangeListener(change -> showValues());
        text.setLabel(getTranslation("customer.filter.value"));
        number.setLabel(getTranslation("customer.filter.value"));
        upTo.setLabel(getTranslation("customer.filter.upTo"));
        choices.setLabel(getTranslation("customer.filter.values"));
        choices.setItemLabelGenerator(Choice::name);
        choices.addClassName("filter-choices");
        flag.setLabel(getTranslation("customer.filter.value"));
        flag.setItems(true, false);
        flag.setItemLabelGenerator(
                yes -> yes == null ? "" : fields.formats().formats().yesNo(yes));
        flag.setValue(true);
        List.of(text, number, upTo, day, lastDay, flag).forEach(HasSize::setWidthFull);
        apply.setText(getTranslation("customer.filter.apply"));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addClickListener(click -> apply());
        text.addKeyPressListener(Key.ENTER, press -> apply());
        number.addKeyPressListener(Key.ENTER, press -> apply());
    }

    private Optional<ListField> chosen() {
        return Optional.ofNullable(field.getValue());
    }

    private void showOperators(ListField chosen) {
        operator.setItems(operators(chosen.kind()));
        operator.setVisible(true);
        operator.setValue(operators(chosen.kind()).getFirst());
        choices.setItems(chosen.choices());
        apply.setEnabled(true);
        showValues();
    }

    private static List<Op> operators(Kind kind) {
        return switch (kind) {
            case TEXT -> List.of(Op.CONTAINS, Op.EQ, Op.NE, Op.MISSING, Op.PRESENT);
            case CHOICE, SEGMENT, OWNER -> List.of(Op.IN, Op.MISSING, Op.PRESENT);
            case FLAG -> List.of(Op.EQ, Op.MISSING, Op.PRESENT);
            default -> List.of(Op.GTE, Op.LTE, Op.BETWEEN, Op.EQ, Op.MISSING, Op.PRESENT);
        };
    }

    private void showValues() {
        values.removeAll();
        Op op = operator.getValue();
        if (op == null || op == Op.MISSING || op == Op.PRESENT) {
            return;
        }
        chosen().ifPresent(subject -> values.add(editors(subject.kind(), op)));
    }

    private Component[] editors(Kind kind, Op op) {
        boolean two = op == Op.BETWEEN;
        return switch (kind) {
            case TEXT -> new Component[] {text};
            case CHOICE, SEGMENT, OWNER -> new Component[] {choices};
            case FLAG -> new Component[] {flag};
            case DATE -> two ? new Component[] {day, lastDay} : new Component[] {day};
            default -> two ? new Component[] {number, upTo} : new Component[] {number};
        };
    }

    private void apply() {
        ListField subject = field.getValue();
        Op op = operator.getValue();
        if (subject == null || op == null) {
            return;
        }
        List<String> given = given(subject, op);
        if (given.isEmpty() && op != Op.MISSING && op != Op.PRESENT || given.contains("")) {
            complain(subject.kind());
            return;
        }
        boolean one = op == Op.IN && given.size() == 1;
        whenApplied.accept(new Compare(subject.id(), one ? Op.EQ : op, given));
    }

    private List<String> given(ListField subject, Op op) {
        if (op == Op.MISSING || op == Op.PRESENT) {
            return List.of();
        }
        boolean two = op == Op.BETWEEN;
        return switch (subject.kind()) {
            case TEXT -> List.of(text.getValue().strip());
            case CHOICE, SEGMENT, OWNER ->
                choices.getValue().stream().map(Choice::id).toList();
            case FLAG -> List.of(Boolean.TRUE.equals(flag.getValue()) ? "true" : "false");
            case DATE -> two ? List.of(date(day.getValue()), date(lastDay.getValue())) : List.of(date(day.getValue()));
            default ->
                two
                        ? List.of(number(subject, number.getValue()), number(subject, upTo.getValue()))
                        : List.of(number(subject, number.getValue()));
        };
    }

    private static String date(@Nullable LocalDate value) {
        return value == null ? "" : value.toString();
    }

    private static String number(ListField subject, @Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        BigDecimal kept = subject.kind() == Kind.SHARE ? value.divide(HUNDRED) : value;
        return kept.stripTrailingZeros().toPlainString();
    }

    private void complain(Kind kind) {
        String message = getTranslation("customer.filter.needed");
        switch (kind) {
            case TEXT -> invalid(text, message);
            case CHOICE, SEGMENT, OWNER -> invalid(choices, message);
            case DATE ->
                Stream.of(day, lastDay).filter(d -> d.getValue() == null).forEach(d -> invalid(d, message));
            default -> Stream.of(number, upTo).filter(n -> n.getValue() == null).forEach(n -> invalid(n, message));
        }
    }

    private static void invalid(com.vaadin.flow.component.shared.HasValidationProperties part, String message) {
        part.setErrorMessage(message);
        part.setInvalid(true);
    }

    private void show(ListField subject, Compare existing) {
        field.setValue(subject);
        boolean single = subject.kind().isChosen() && existing.op() == Op.EQ;
        operator.setValue(single ? Op.IN : existing.op());
        List<String> given = existing.values();
        if (given.isEmpty()) {
            return;
        }
        switch (subject.kind()) {
            case TEXT -> text.setValue(given.getFirst());
            case CHOICE, SEGMENT, OWNER -> choices.setValue(chosen(subject, given));
            case FLAG -> flag.setValue(Boolean.parseBoolean(given.getFirst()));
            case DATE -> {
                day.setValue(LocalDate.parse(given.getFirst()));
                lastDay.setValue(LocalDate.parse(given.getLast()));
            }
            default -> {
                number.setValue(shown(subject, given.getFirst()));
                upTo.setValue(shown(subject, given.getLast()));
            }
        }
    }

    private static Set<Choice> chosen(ListField subject, List<String> given) {
        Set<Choice> chosen = new LinkedHashSet<>(subject.choices());
        chosen.removeIf(choice -> !given.contains(choice.id()));
        return chosen;
    }

    private static BigDecimal shown(ListField subject, String value) {
        BigDecimal number = new BigDecimal(value);
        return subject.kind() == Kind.SHARE ? number.multiply(HUNDRED) : number;
    }

    private static String code(Op op) {
        return op.name().toLowerCase(Locale.ROOT);
    }
}
