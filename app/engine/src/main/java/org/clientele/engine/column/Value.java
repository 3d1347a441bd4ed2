package org.clientele.engine.column;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One exact value taken out of a column, for display and for reasons; computations never use it. Immutable. How it is shown (days,
 * percent, a choice's text) follows from the definition of the attribute or metric it belongs to.
 */
public sealed interface Value {
    /** No value is known. */
    Value MISSING = Missing.MISSING;

    /** The only "missing". */
    enum Missing implements Value {
        MISSING
    }

    /** A whole number: counts, days, integer attributes. */
    record Whole(long number) implements Value {}

    /** A number with a fraction: shares (0–1), decimals. Never NaN. */
    record Decimal(double number) implements Value {}

    /**
     * An exact amount in minor units of the vertical's currency.
     *
     * @param minor minor units (cents)
     * @param fractionDigits digits of the currency after the decimal point, 2 for cents
     */
    record Money(long minor, int fractionDigits) implements Value {
        /** The amount in major units, exact. */
        public BigDecimal major() {
            return BigDecimal.valueOf(minor, fractionDigits);
        }
    }

    /** A calendar date. */
    record Date(LocalDate date) implements Value {}

    /** Yes or no. */
    record Flag(boolean yes) implements Value {}

    /** A text, or the id of a choice or of a segment. */
    record Text(String text) implements Value {}

    /** The value as conditions see it: money in major units, dates as days since 1970-01-01; NaN where it is no quantity. */
    default double asDouble() {
        return switch (this) {
            case Whole whole -> whole.number();
            case Decimal decimal -> decimal.number();
            case Money money -> money.major().doubleValue();
            case Date date -> date.date().toEpochDay();
            default -> Double.NaN;
        };
    }

    /** Whether this is {@link #MISSING}. */
    default boolean isMissing() {
        return this == MISSING;
    }
}
