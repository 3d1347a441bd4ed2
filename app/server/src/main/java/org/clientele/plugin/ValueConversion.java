package org.clientele.plugin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Takes stored values of one type to another. Values are what the columns hold: String, Long, Double, Boolean, LocalDate. Money converts
 * to nothing and nothing to money, because its meaning would change with its type: such a value never fits.
 */
public final class ValueConversion {
    private static final long LARGEST_EXACT = 1L << 53;

    private final FieldType from;
    private final FieldType to;

    private ValueConversion(FieldType from, FieldType to) {
        this.from = stored(from);
        this.to = stored(to);
    }

    public static ValueConversion between(FieldType from, FieldType to) {
        return new ValueConversion(from, to);
    }

    /** How a type is kept: a choice is a text. */
    public static FieldType stored(FieldType type) {
        return type == FieldType.CHOICE ? FieldType.TEXT : type;
    }

    /** The value in the new type; null when it does not fit. */
    public @Nullable Object apply(Object value) {
        if (from == to) {
            return value;
        }
        if (from == FieldType.MONEY) {
            return null;
        }
        return from == FieldType.INTEGER && to == FieldType.DECIMAL ? decimal((Long) value) : parse(text(value));
    }

    /** Whether the value fits and comes back as it was. */
    public boolean isExact(Object value) {
        Object converted = apply(value);
        return converted != null && same(value, back().apply(converted));
    }

    /** Zero is zero, whatever its sign. */
    private static boolean same(Object value, @Nullable Object other) {
        return value instanceof Double number && other instanceof Double again
                ? number.doubleValue() == again.doubleValue()
                : value.equals(other);
    }

    ValueConversion back() {
        return new ValueConversion(to, from);
    }

    private static @Nullable Double decimal(long number) {
        return Math.abs(number) <= LARGEST_EXACT ? (Double) (double) number : null;
    }

    private @Nullable String text(Object value) {
        return switch (value) {
            case Double number when number.isNaN() || number.isInfinite() -> null;
            case Double number when number == 0 -> "0";
            case Double number ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private @Nullable Object parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return switch (to) {
                case TEXT, CHOICE -> text;
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> finite(new BigDecimal(text).doubleValue());
                case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
                case DATE -> LocalDate.parse(text);
                case MONEY -> null;
            };
        } catch (NumberFormatException | DateTimeParseException doesNotFit) {
            return null;
        }
    }

    private static @Nullable Double finite(Double number) {
        return number.isNaN() || number.isInfinite() ? null : number;
    }
}
