package org.clientele.portal.screen;

import org.clientele.engine.column.Value;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.ui.FieldValue;

/** Values as the portal has them, as a plugin sees them, and back. */
final class Values {
    private Values() {}

    static FieldValue shown(Value value) {
        return switch (value) {
            case Value.Missing _ -> FieldValue.MISSING;
            case Value.Whole(long number) -> new FieldValue.Whole(number);
            case Value.Decimal(double number) -> new FieldValue.Decimal(number);
            case Value.Money(long minor, int _) -> new FieldValue.Money(minor);
            case Value.Date(var date) -> new FieldValue.Date(date);
            case Value.Flag(boolean yes) -> new FieldValue.Flag(yes);
            case Value.Text(String text) -> new FieldValue.Text(text);
        };
    }

    static Value of(FieldValue value, int fractionDigits) {
        return switch (value) {
            case FieldValue.Missing _ -> Value.MISSING;
            case FieldValue.Whole(long number) -> new Value.Whole(number);
            case FieldValue.Decimal(double number) -> new Value.Decimal(number);
            case FieldValue.Money(long minor) -> new Value.Money(minor, fractionDigits);
            case FieldValue.Date(var date) -> new Value.Date(date);
            case FieldValue.Flag(boolean yes) -> new Value.Flag(yes);
            case FieldValue.Text(String text) -> new Value.Text(text);
        };
    }

    /** @throws IllegalArgumentException when the value is of another type than the attribute */
    static void requireType(AttributeDefinition attribute, FieldValue value) {
        boolean fits =
                switch (value) {
                    case FieldValue.Missing _ -> true;
                    case FieldValue.Whole _ -> attribute.type() == FieldType.INTEGER;
                    case FieldValue.Decimal(double number) ->
                        attribute.type() == FieldType.DECIMAL && Double.isFinite(number);
                    case FieldValue.Money _ -> attribute.type() == FieldType.MONEY;
                    case FieldValue.Date _ -> attribute.type() == FieldType.DATE;
                    case FieldValue.Flag _ -> attribute.type() == FieldType.BOOLEAN;
                    case FieldValue.Text _ ->
                        attribute.type() == FieldType.TEXT || attribute.type() == FieldType.CHOICE;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "Attribute %s is %s and cannot be %s".formatted(attribute.id(), attribute.type(), value));
        }
    }
}
