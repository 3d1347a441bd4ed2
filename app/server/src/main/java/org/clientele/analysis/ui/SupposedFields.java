package org.clientele.analysis.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.analysis.Explanation;
import org.clientele.common.Money;
import org.clientele.common.ui.DateFields;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.segment.ui.SegmentWords;
import org.jspecify.annotations.Nullable;

/** Fields in which a value of a customer is supposed to be another one; empty: not known. */
final class SupposedFields {
    private final SegmentWords words;
    private final int fractionDigits;

    SupposedFields(SegmentWords words) {
        this.words = words;
        this.fractionDigits = Money.fractionDigits(words.vertical().currency());
    }

    AbstractField<?, ?> create(Explanation.Compared compared, Consumer<Value> changed) {
        ModelDefinition other = compared.id().startsWith(Snapshot.SEGMENT_PREFIX)
                ? words.vertical().definition().model(compared.id().substring(Snapshot.SEGMENT_PREFIX.length()))
                : null;
        if (other != null) {
            return segment(other, compared.value(), changed);
        }
        AttributeDefinition attribute = words.vertical().definition().attribute(compared.id());
        String label = words.names().name(compared.id());
        if (attribute == null) {
            MetricDefinition metric = words.vertical().definition().metric(compared.id());
            return metric == null
                    ? text(label, compared.value(), changed)
                    : metric(label, metric, compared.value(), changed);
        }
        return switch (attribute.type()) {
            case TEXT -> text(label, compared.value(), changed);
            case CHOICE ->
                choice(
                        label,
                        attribute.values(),
                        id -> words.names().choice(attribute.id(), id),
                        compared.value() instanceof Value.Text(String id) ? id : null,
                        id -> changed.accept(id == null ? Value.MISSING : new Value.Text(id)));
            case BOOLEAN ->
                choice(
                        label,
                        List.of("true", "false"),
                        yes -> words.formats().yesNo(Boolean.parseBoolean(yes)),
                        compared.value() instanceof Value.Flag(boolean yes) ? String.valueOf(yes) : null,
                        yes -> changed.accept(yes == null ? Value.MISSING : new Value.Flag(Boolean.parseBoolean(yes))));
            case DATE -> date(label, compared.value(), changed);
            case INTEGER, DECIMAL, MONEY -> number(label, kind(attribute.type()), compared.value(), changed);
        };
    }

    private AbstractField<?, ?> segment(ModelDefinition model, Value value, Consumer<Value> changed) {
        return choice(
                words.model(model),
                model.segments().stream().map(SegmentDefinition::id).toList(),
                id -> words.names().segment(model.id(), id),
                value instanceof Value.Text(String id) ? id : null,
                id -> changed.accept(id == null ? Value.MISSING : new Value.Text(id)));
    }

    private AbstractField<?, ?> metric(String label, MetricDefinition metric, Value value, Consumer<Value> changed) {
        return switch (metric.type()) {
            case DATE -> date(label, value, changed);
            case MONEY -> number(label, Kind.MONEY, value, changed);
            case COUNT, DAYS -> number(label, Kind.WHOLE, value, changed);
            case SHARE, DECIMAL -> number(label, Kind.DECIMAL, value, changed);
        };
    }

    private enum Kind {
        WHOLE,
        DECIMAL,
        MONEY
    }

    private static Kind kind(FieldType type) {
        return switch (type) {
            case MONEY -> Kind.MONEY;
            case INTEGER -> Kind.WHOLE;
            default -> Kind.DECIMAL;
        };
    }

    private static TextField text(String label, Value value, Consumer<Value> changed) {
        TextField field = new TextField(label);
        field.setValue(value instanceof Value.Text(String text) ? text : "");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change ->
                changed.accept(change.getValue().isEmpty() ? Value.MISSING : new Value.Text(change.getValue())));
        return field;
    }

    private static Select<String> choice(
            String label,
            List<String> ids,
            Function<String, String> names,
            @Nullable String known,
            Consumer<@Nullable String> changed) {
        Select<String> field = new Select<>();
        field.setLabel(label);
        field.setItems(ids);
        field.setItemLabelGenerator(id -> id == null ? "" : names.apply(id));
        field.setEmptySelectionAllowed(true);
        field.setValue(known);
        field.addValueChangeListener(change -> changed.accept(change.getValue()));
        return field;
    }

    private static DatePicker date(String label, Value value, Consumer<Value> changed) {
        DatePicker field = DateFields.create(label);
        field.setValue(value instanceof Value.Date(LocalDate day) ? day : null);
        field.addValueChangeListener(change ->
                changed.accept(change.getValue() == null ? Value.MISSING : new Value.Date(change.getValue())));
        return field;
    }

    private BigDecimalField number(String label, Kind kind, Value value, Consumer<Value> changed) {
        BigDecimalField field = new BigDecimalField(label);
        field.setValue(number(value));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> changed.accept(value(kind, change.getValue())));
        return field;
    }

    private static @Nullable BigDecimal number(Value value) {
        return switch (value) {
            case Value.Money money -> money.major();
            case Value.Whole(long number) -> BigDecimal.valueOf(number);
            case Value.Decimal(double number) -> BigDecimal.valueOf(number);
            default -> null;
        };
    }

    private Value value(Kind kind, @Nullable BigDecimal number) {
        if (number == null) {
            return Value.MISSING;
        }
        return switch (kind) {
            case MONEY ->
                new Value.Money(
                        number.movePointRight(fractionDigits)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue(),
                        fractionDigits);
            case WHOLE ->
                new Value.Whole(number.setScale(0, RoundingMode.HALF_UP).longValue());
            case DECIMAL -> new Value.Decimal(number.doubleValue());
        };
    }
}
