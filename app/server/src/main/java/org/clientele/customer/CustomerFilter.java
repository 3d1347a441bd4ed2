package org.clientele.customer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.engine.Snapshot;
import org.clientele.engine.figure.Period;

/**
 * A condition of a customer list. All conditions of a list must hold. It has a text form for addresses, see {@link #text}.
 */
public sealed interface CustomerFilter {
    /** The form that stands in an address; {@link Compare#parse} and {@link InSet#parse} read it, a {@link Where} is its own. */
    String text();

    /** The members of a segment now. */
    static Compare segment(String model, String segment) {
        return new Compare(Snapshot.SEGMENT_PREFIX + model, Op.EQ, List.of(segment));
    }

    /** The customers in no segment of a model now. */
    static Compare noSegment(String model) {
        return new Compare(Snapshot.SEGMENT_PREFIX + model, Op.MISSING, List.of());
    }

    /** Those for whom a condition of the condition language holds now. */
    static Where where(String condition) {
        return new Where(condition);
    }

    /** Those whose choice, text or flag has the value. */
    static Compare value(String field, String value) {
        return new Compare(field, Op.EQ, List.of(value));
    }

    /** Those whose field has no value. */
    static Compare missing(String field) {
        return new Compare(field, Op.MISSING, List.of());
    }

    /** Customers with an activity in the period. */
    static InSet active(Period period) {
        return new InSet(Kind.ACTIVE, List.of(text(period)));
    }

    /** Customers active in the period who had bought before. */
    static InSet repeat(Period period) {
        return new InSet(Kind.REPEAT, List.of(text(period)));
    }

    /** Those who were customers on the day. */
    static InSet known(LocalDate day) {
        return new InSet(Kind.KNOWN, List.of(day.toString()));
    }

    /** Those who became customers in the period. */
    static InSet joined(Period period) {
        return new InSet(Kind.JOINED, List.of(text(period)));
    }

    /** Those whose first activity of the main kind lies in the period. */
    static InSet first(Period period) {
        return new InSet(Kind.FIRST, List.of(text(period)));
    }

    /**
     * The members of a segment on a day; {@link InSet#NONE} as segment: in no segment.
     *
     * @param model its id; with {@code @} and the number of a version: as that version says
     */
    static InSet was(String model, String segment, LocalDate day) {
        return new InSet(Kind.WAS, List.of(model, segment, day.toString()));
    }

    /** Who was in one segment on the period's first day and in the other on its last; {@link InSet#NONE}: in no segment. */
    static InSet moved(String model, String from, String to, Period period) {
        return new InSet(Kind.MOVED, List.of(model, from, to, text(period)));
    }

    /** The customers in a cell of the grid of an RFM model or of a matrix, both from 1, lowest first. */
    static InSet cell(String model, int row, int column) {
        return new InSet(Kind.CELL, List.of(model, String.valueOf(row), String.valueOf(column)));
    }

    /** The customers for whom a check came out so. */
    static InSet check(String check, Checked outcome) {
        return new InSet(Kind.CHECK, List.of(check, outcome.code()));
    }

    /** The customers with a gap in any check of the group. */
    static InSet gaps(String group) {
        return new InSet(Kind.GAPS, List.of(group));
    }

    /** The customers with a gap in any check of the vertical. */
    static InSet gaps() {
        return gaps(InSet.NONE);
    }

    private static String text(Period period) {
        return period.from() + ".." + period.to();
    }

    /** How a value is compared. */
    enum Op {
        EQ(1),
        NE(1),
        IN(0),
        GTE(1),
        LTE(1),
        GT(1),
        LT(1),
        BETWEEN(2),
        CONTAINS(1),
        MISSING(0),
        PRESENT(0);

        private final int values;

        Op(int values) {
            this.values = values;
        }

        /** Whether the operator takes that many values. */
        boolean takes(int count) {
            return this == IN ? count > 0 : count == values;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Op> of(String code) {
            return Arrays.stream(values()).filter(op -> op.code().equals(code)).findFirst();
        }
    }

    /** The sets of customers that figures and charts lead to. */
    enum Kind {
        ACTIVE(1),
        REPEAT(1),
        KNOWN(1),
        JOINED(1),
        FIRST(1),
        WAS(3),
        MOVED(4),
        CELL(3),
        CHECK(2),
        GAPS(1);

        private final int arguments;

        Kind(int arguments) {
            this.arguments = arguments;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a check came out for a customer. */
    enum Checked {
        /** It concerns the customer, however it came out. */
        CONCERNED,
        MET,
        NOT_MET,
        NOT_RECORDED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Checked of(String code) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No check comes out as " + code));
        }
    }

    /**
     * A comparison of an attribute, a metric, a segment ({@code segment_} + model) or one of {@link CustomerFields}. Text form
     * {@code subject:op:value}, several values separated by commas: {@code monetary:gte:100}, {@code segment_rfm:in:champions,loyal},
     * {@code city:contains:hang}, {@code born:between:1980-01-01,1989-12-31}, {@code gender:missing}. Money is in major units, a share
     * from 0 to 1, a date as 2026-01-31.
     */
    record Compare(String subject, Op op, List<String> values) implements CustomerFilter {
        public Compare {
            values = List.copyOf(values);
            if (!op.takes(values.size())) {
                throw new IllegalArgumentException("%s:%s cannot take %s".formatted(subject, op.code(), values));
            }
        }

        @Override
        public String text() {
            String head = subject + ":" + op.code();
            return values.isEmpty()
                    ? head
                    : head + ":" + values.stream().map(CustomerFilter::escape).collect(Collectors.joining(","));
        }

        /** Reads the text form; nothing when it is not one. */
        public static Optional<CustomerFilter> parse(String text) {
            String[] parts = text.split(":", 3);
            Optional<Op> op = parts.length < 2 ? Optional.empty() : Op.of(parts[1]);
            List<String> values = parts.length < 3
                    ? List.of()
                    : Arrays.stream(parts[2].split(",", -1))
                            .map(CustomerFilter::unescape)
                            .toList();
            return op.filter(o -> o.takes(values.size())).map(o -> new Compare(parts[0], o, values));
        }
    }

    /**
     * Membership of a set that a figure or a chart counted. Text form {@code kind:argument:…}: {@code active:2026-01-01..2026-03-31},
     * {@code moved:pyramid:gold:iron:2026-01-01..2026-03-31}, {@code cell:rfm:5:4}, {@code check:double_supply:not-met}.
     */
    record InSet(Kind kind, List<String> arguments) implements CustomerFilter {
        /** Stands for "in no segment", and for "in any group". */
        public static final String NONE = "-";

        public InSet {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text() {
            return kind.code() + ":" + String.join(":", arguments);
        }

        /** The period that is the last argument. */
        public Period period() {
            String[] days = arguments.getLast().split("\\.\\.", -1);
            return new Period(LocalDate.parse(days[0]), LocalDate.parse(days[days.length - 1]));
        }

        /** How the check came out, the last argument of {@link Kind#CHECK}. */
        public Checked checked() {
            return Checked.of(arguments.getLast());
        }

        /** Reads the text form; nothing when it is not one. */
        public static Optional<CustomerFilter> parse(String text) {
            List<String> parts = List.of(text.split(":", -1));
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.code().equals(parts.getFirst()) && kind.arguments == parts.size() - 1)
                    .findFirst()
                    .map(kind -> new InSet(kind, parts.subList(1, parts.size())));
        }
    }

    /**
     * A condition of the condition language over attributes, metrics and segments ({@code Scope.member}); what a vertical's figures and
     * reports count. Its text form is the condition itself.
     */
    record Where(String condition) implements CustomerFilter {
        @Override
        public String text() {
            return condition;
        }
    }

    private static String escape(String value) {
        return value.replace("%", "%25").replace(",", "%2C");
    }

    private static String unescape(String value) {
        return value.replace("%2C", ",").replace("%25", "%");
    }
}
