package org.clientele.common.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clientele.common.Money;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** The field in which a value of a vertical's field is edited, by its type. */
public final class FieldEditor {
    private static final int TEXT_LENGTH = 500;
    private static final int ANY_DIGITS = Integer.MAX_VALUE;

    private final Component component;
    private final Supplier<Value> reader;
    private final Consumer<Value> writer;
    private final Supplier<Boolean> validity;

    private FieldEditor(
            Component component, Supplier<Value> reader, Consumer<Value> writer, Supplier<Boolean> validity) {
        this.component = component;
        this.reader = reader;
        this.writer = writer;
        this.validity = validity;
    }

    /** For an attribute of a customer. */
    public static FieldEditor of(AttributeDefinition attribute, VerticalFormats formats, String currency) {
        return new Asked(
                        formats.name(attribute.id()),
                        attribute.type(),
                        attribute.values(),
                        attribute.unit(),
                        value -> formats.choice(attribute.id(), value))
                .editor(formats, currency);
    }

    /** For a field of an activity. */
    public static FieldEditor of(
            ActivityDefinition activity, ActivityField field, VerticalFormats formats, String currency) {
        return new Asked(
                        formats.text(Texts.activityField(activity.id(), field.id())),
                        field.type(),
                        field.values(),
                        field.unit(),
                        value -> formats.text(Texts.activityFieldValue(activity.id(), field.id(), value)))
                .editor(formats, currency);
    }

    /**
     * What is asked for.
     *
     * @param values of a choice
     * @param choice how the vertical words one of them
     */
    private record Asked(
            String label,
            FieldType type,
            List<String> values,
            @Nullable String unit,
            UnaryOperator<String> choice) {
        FieldEditor editor(VerticalFormats formats, String currency) {
            int digits = Money.fractionDigits(currency);
            return switch (type) {
                case TEXT -> text(label);
                case CHOICE -> FieldEditor.choice(this);
                case BOOLEAN -> flag(label, formats);
                case DATE -> date(label);
                case INTEGER ->
                    number(
                            label,
                            unit,
                            0,
                            value -> new Value.Whole(value.longValueExact()),
                            value -> value instanceof Value.Whole(long whole) ? BigDecimal.valueOf(whole) : null);
                case MONEY ->
                    number(
                            label,
                            currency,
                            digits,
                            value ->
                                    new Value.Money(value.movePointRight(digits).longValueExact(), digits),
                            value -> value instanceof Value.Money money ? money.major() : null);
                case DECIMAL ->
                    number(
                            label,
                            unit,
                            ANY_DIGITS,
                            value -> new Value.Decimal(value.doubleValue()),
                            value -> value instanceof Value.Decimal(double decimal)
                                    ? BigDecimal.valueOf(decimal)
                                    : null);
            };
        }
    }

    /** The field. */
    public Component component() {
        return component;
    }

    /** What stands in it, {@link Value#MISSING} for nothing. */
    public Value value() {
        return reader.get();
    }

    /** Puts a value into it. */
    public void show(Value value) {
        writer.accept(value);
    }

    /** Whether what was typed can be read; marks the field when not. */
    public boolean isValid() {
        return validity.get();
    }

    /** Says something about the field below it. */
    public void remark(String text) {
        if (component instanceof HasHelper field) {
            field.setHelperText(text);
        }
    }

    private static FieldEditor text(String label) {
        TextField field = new TextField(label);
        field.setMaxLength(TEXT_LENGTH);
        return new FieldEditor(
                field,
                () -> field.getValue().isBlank()
                        ? Value.MISSING
                        : new Value.Text(field.getValue().strip()),
                value -> field.setValue(value instanceof Value.Text(String text) ? text : ""),
                () -> !field.isInvalid());
    }

    private static FieldEditor choice(Asked asked) {
        Select<String> field = new Select<>();
        field.setLabel(asked.label());
        field.setItems(asked.values());
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(value -> value == null ? "" : asked.choice().apply(value));
        return of(field, Value.Text::new, value -> value instanceof Value.Text(String text) ? text : null);
    }

    private static FieldEditor flag(String label, VerticalFormats formats) {
        Select<Boolean> field = new Select<>();
        field.setLabel(label);
        field.setItems(true, false);
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(
                value -> value == null ? "" : formats.formats().yesNo(value));
        return of(field, Value.Flag::new, value -> value instanceof Value.Flag(boolean yes) ? yes : null);
    }

    private static FieldEditor date(String label) {
        DatePicker field = DateFields.create(label);
        return of(field, Value.Date::new, value -> value instanceof Value.Date(LocalDate date) ? date : null);
    }

    private static FieldEditor number(
            String label,
            @Nullable String unit,
            int digits,
            Function<BigDecimal, Value> read,
            Function<Value, @Nullable BigDecimal> shown) {
        BigDecimalField field = new BigDecimalField(label);
        field.setLocale(UI.getCurrent().getLocale());
        if (unit != null) {
            field.setSuffixComponent(new Span(unit));
        }
        FieldEditor editor = of(field, read, shown);
        return new FieldEditor(field, editor.reader, editor.writer, () -> isReadable(field, digits));
    }

    private static boolean isReadable(BigDecimalField field, int digits) {
        BigDecimal number = field.getValue();
        String problem = null;
        if (number != null && number.stripTrailingZeros().scale() > digits) {
            problem = UI.getCurrent().getTranslation("customer.form.digits", digits);
        } else if (number != null && !fits(number, digits)) {
            problem = UI.getCurrent().getTranslation("customer.form.tooLarge");
        }
        field.setErrorMessage(problem);
        field.setInvalid(problem != null);
        return problem == null;
    }

    private static boolean fits(BigDecimal number, int digits) {
        return digits == ANY_DIGITS
                || number.movePointRight(digits).abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    }

    private static <T, C extends AbstractField<?, T> & HasValidationProperties> FieldEditor of(
            C field, Function<T, Value> read, Function<Value, @Nullable T> shown) {
        return new FieldEditor(
                field,
                () -> {
                    T value = field.getValue();
                    return value == null ? Value.MISSING : read.apply(value);
                },
                value -> field.setValue(shown.apply(value)),
                () -> !field.isInvalid());
    }
}
