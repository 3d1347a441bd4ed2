package org.clientele.customer.ui;

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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.common.Money;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.CustomerRules;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.AttributeDefinition;
import org.jspecify.annotations.Nullable;

/** The field in which one attribute is edited, by the attribute's type. */
final class AttributeEditor {
    private static final int ANY_DIGITS = Integer.MAX_VALUE;

    private final Component component;
    private final Supplier<Value> reader;
    private final Consumer<Value> writer;
    private final Supplier<Boolean> validity;

    private AttributeEditor(
            Component component, Supplier<Value> reader, Consumer<Value> writer, Supplier<Boolean> validity) {
        this.component = component;
        this.reader = reader;
        this.writer = writer;
        this.validity = validity;
    }

    static AttributeEditor of(AttributeDefinition attribute, VerticalFormats formats, String currency) {
        String label = formats.name(attribute.id());
        int digits = Money.fractionDigits(currency);
        return switch (attribute.type()) {
            case TEXT -> text(label);
            case CHOICE -> choice(label, attribute, formats);
            case BOOLEAN -> flag(label, formats);
            case DATE -> date(label);
            case INTEGER ->
                number(
                        label,
                        attribute.unit(),
                        0,
                        value -> new Value.Whole(value.longValueExact()),
                        value -> value instanceof Value.Whole(long whole) ? BigDecimal.valueOf(whole) : null);
            case MONEY ->
                number(
                        label,
                        currency,
                        digits,
                        value -> new Value.Money(value.movePointRight(digits).longValueExact(), digits),
                        value -> value instanceof Value.Money money ? money.major() : null);
            case DECIMAL ->
                number(
                        label,
                        attribute.unit(),
                        ANY_DIGITS,
                        value -> new Value.Decimal(value.doubleValue()),
                        value -> value instanceof Value.Decimal(double decimal) ? BigDecimal.valueOf(decimal) : null);
        };
    }

    Component component() {
        return component;
    }

    Value value() {
        return reader.get();
    }

    void show(Value value) {
        writer.accept(value);
    }

    /** Whether what was typed can be read; marks the field when not. */
    boolean isValid() {
        return validity.get();
    }

    /** Says something about the field below it. */
    void remark(String text) {
        if (component instanceof HasHelper field) {
            field.setHelperText(text);
        }
    }

    private static AttributeEditor text(String label) {
        TextField field = new TextField(label);
        field.setMaxLength(CustomerRules.TEXT_LENGTH);
        return new AttributeEditor(
                field,
                () -> field.getValue().isBlank()
                        ? Value.MISSING
                        : new Value.Text(field.getValue().strip()),
                value -> field.setValue(value instanceof Value.Text(String text) ? text : ""),
                () -> !field.isInvalid());
    }

    private static AttributeEditor choice(String label, AttributeDefinition attribute, VerticalFormats formats) {
        Select<String> field = new Select<>();
        field.setLabel(label);
        field.setItems(attribute.values());
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(value -> value == null ? "" : formats.choice(attribute.id(), value));
        return of(field, Value.Text::new, value -> value instanceof Value.Text(String text) ? text : null);
    }

    private static AttributeEditor flag(String label, VerticalFormats formats) {
        Select<Boolean> field = new Select<>();
        field.setLabel(label);
        field.setItems(true, false);
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(
                value -> value == null ? "" : formats.formats().yesNo(value));
        return of(field, Value.Flag::new, value -> value instanceof Value.Flag(boolean yes) ? yes : null);
    }

    private static AttributeEditor date(String label) {
        DatePicker field = DateFields.create(label);
        return of(field, Value.Date::new, value -> value instanceof Value.Date(LocalDate date) ? date : null);
    }

    private static AttributeEditor number(
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
        AttributeEditor editor = of(field, read, shown);
        return new AttributeEditor(field, editor.reader, editor.writer, () -> isReadable(field, digits));
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

    private static <T, C extends AbstractField<?, T> & HasValidationProperties> AttributeEditor of(
            C field, Function<T, Value> read, Function<Value, @Nullable T> shown) {
        return new AttributeEditor(
                field,
                () -> {
                    T value = field.getValue();
                    return value == null ? Value.MISSING : read.apply(value);
                },
                value -> field.setValue(shown.apply(value)),
                () -> !field.isInvalid());
    }
}
