package org.clientele.engine.condition.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.clientele.engine.condition.Operator;
import org.jspecify.annotations.Nullable;

/** A part of a condition as a form shows it. Immutable. */
public sealed interface FormNode {
    /**
     * Several parts in brackets.
     *
     * @param all whether all must hold, else any
     * @param negated whether the whole must not hold
     */
    record Group(boolean all, boolean negated, List<FormNode> parts) implements FormNode {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A field compared with something.
     *
     * @param field a variable, or {@code days_in(segment_pyramid)}
     * @param operator one that compares with one operand
     */
    record Compare(String field, Operator operator, Operand operand) implements FormNode {}

    /** A field that has one of several values. */
    record Among(String field, List<Operand> values) implements FormNode {
        public Among {
            values = List.copyOf(values);
        }
    }

    /** A field that is yes, or no. */
    record Flag(String field, boolean yes) implements FormNode {}

    /** A field that has a value, or none. */
    record Known(String field, boolean known) implements FormNode {}

    /**
     * How often something happened to a customer, or how much of it.
     *
     * @param subject the activity to count ({@code purchase}) or its field to sum ({@code purchase.amount})
     * @param days only the last days; null: ever
     * @param where only what meets this, made of fields of the activity; null: everything, as always without days
     */
    record Events(
            String subject,
            @Nullable Integer days,
            @Nullable FormNode where,
            Operator operator,
            Operand operand) implements FormNode {
        public Events {
            if (days == null && where != null) {
                throw new IllegalArgumentException("What " + subject + " must meet needs days to look at");
            }
        }
    }

    /**
     * A field that was another one before.
     *
     * @param from the value before; null: any
     * @param to the value after; null: any
     * @param days only changes of the last days
     * @param flag whether the values are {@code true} and {@code false}; not without values
     */
    record Changed(
            String field, @Nullable String from, @Nullable String to, int days, boolean flag) implements FormNode {
        public Changed(String field, @Nullable String from, @Nullable String to, int days) {
            this(field, from, to, days, false);
        }
    }

    /** What no form shows, as it is written. */
    record Written(String text) implements FormNode {}

    /** What a field is compared with. */
    sealed interface Operand {
        /** A number; money in major units. */
        record Amount(BigDecimal number) implements Operand {
            public Amount {
                number = number.stripTrailingZeros();
            }
        }

        /** A text, or the id of a choice or a segment. */
        record Words(String text) implements Operand {}

        /** A day of the calendar. */
        record Day(LocalDate day) implements Operand {}

        /** A day counted from the as-of date. @param amount negative: before it */
        record FromToday(int amount, boolean months) implements Operand {}

        /** Another field. */
        record Field(String name) implements Operand {}
    }
}
