package org.clientele.engine.column;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.jspecify.annotations.Nullable;

/**
 * All activities of one kind, sorted by customer index, then day, then {@link #TIME} where it was asked for, then as they were added.
 * The rows of customer {@code c} are {@code start(c) … end(c)-1}. Immutable and safe to share between threads.
 *
 * <p>Memory per row: 4 bytes for the day, 8 for the document when any row has one, plus each column's bytes a row; while building also
 * 4 for the customer and up to twice the whole. Ten million purchases with an amount and a document take about 200 MB.
 */
public final class ActivityColumns {
    /** {@link #document} of a row without one. */
    public static final long NO_DOCUMENT = 0;

    /** Listed among the fields wanted, it has the rows of a day stand in the order of {@link Builder#time}; it makes no column. */
    public static final String TIME = "time";

    /** So many rows are walked faster than halved. */
    private static final int FEW = 16;

    private static final int UNKNOWN_DAY = Integer.MIN_VALUE;

    private final String activity;
    private final int[] offsets;
    private final int[] days;
    private final long @Nullable [] documents;
    private final Map<String, Column> columns;
    /** Found when it is first asked for; at worst twice. */
    private volatile @Nullable FirstRows firsts;
    /** Looked for when it is first asked for; every thread finds the same. */
    private int last = UNKNOWN_DAY;

    private ActivityColumns(
            String activity, int[] offsets, int[] days, long @Nullable [] documents, Map<String, Column> columns) {
        this.activity = activity;
        this.offsets = offsets;
        this.days = days;
        this.documents = documents;
        this.columns = columns;
    }

    /**
     * Starts taking activities in any order.
     *
     * @param customers the customers they belong to
     * @param activity the kind of activity
     * @param fields ids of the fields wanted as columns ({@code MetricEngine.fieldsRead} lists what the metrics need); the document
     *     is kept for grouping whether listed or not, and need not be listed when no condition reads its text
     * @param fractionDigits digits of the vertical's currency after the decimal point
     */
    public static Builder builder(
            CustomerColumns customers, ActivityDefinition activity, Set<String> fields, int fractionDigits) {
        return new Builder(customers, activity, fields, fractionDigits);
    }

    /** No activities of that kind. */
    public static ActivityColumns none(CustomerColumns customers, ActivityDefinition activity, int fractionDigits) {
        Set<String> all = Set.copyOf(activity.fields().stream()
                .map(ActivityDefinition.ActivityField::id)
                .toList());
        return builder(customers, activity, all, fractionDigits).build();
    }

    /** The rows of the customers that a splice of them takes from here and from the fresh ones. */
    ActivityColumns spliced(ActivityColumns fresh, Splice customers) {
        int[] starts = new int[customers.size() + 1];
        for (int customer = 0; customer < customers.size(); customer++) {
            int source = customers.source(customer);
            int rows = source >= 0 ? end(source) - start(source) : fresh.end(~source) - fresh.start(~source);
            starts[customer + 1] = starts[customer] + rows;
        }
        int[] sources = new int[starts[customers.size()]];
        for (int customer = 0; customer < customers.size(); customer++) {
            int source = customers.source(customer);
            int first = source >= 0 ? start(source) : fresh.start(~source);
            for (int row = starts[customer]; row < starts[customer + 1]; row++) {
                int from = first + row - starts[customer];
                sources[row] = source >= 0 ? from : ~from;
            }
        }
        Splice rows = Splice.of(sources);
        Map<String, Column> spliced = new LinkedHashMap<>();
        columns.forEach((field, column) ->
                spliced.put(field, rows.column(column, Objects.requireNonNull(fresh.column(field), field))));
        return new ActivityColumns(
                activity,
                starts,
                rows.ints(this::day, fresh::day),
                hasDocuments() || fresh.hasDocuments() ? rows.longs(this::document, fresh::document) : null,
                spliced);
    }

    /** The id of the kind of activity. */
    public String activity() {
        return activity;
    }

    /** Number of rows. */
    public int size() {
        return days.length;
    }

    /** Number of customers. */
    public int customers() {
        return offsets.length - 1;
    }

    /** The first row of a customer. */
    public int start(int customer) {
        return offsets[customer];
    }

    /** The row after the last row of a customer. */
    public int end(int customer) {
        return offsets[customer + 1];
    }

    /** The first row of a customer on or after a day; {@link #end} when there is none. */
    public int startFrom(int customer, int epochDay) {
        int low = offsets[customer];
        int high = offsets[customer + 1];
        // Most customers have few rows, or all of them on one side of a day.
        if (high - low <= FEW) {
            int row = high;
            for (int other = low; other < high; other++) {
                row -= days[other] >= epochDay ? 1 : 0;
            }
            return row;
        }
        if (days[high - 1] < epochDay) {
            return high;
        }
        if (days[low] >= epochDay) {
            return low;
        }
        return firstFrom(low, high, epochDay);
    }

    /** {@link #start} of the customers from, including, to, excluding, into the first places. */
    public void starts(int from, int to, int[] out) {
        System.arraycopy(offsets, from, out, 0, to - from);
    }

    /** {@link #end} of the customers from, including, to, excluding, into the first places. */
    public void ends(int from, int to, int[] out) {
        System.arraycopy(offsets, from + 1, out, 0, to - from);
    }

    /**
     * {@link #startFrom(int, int)} of the customers from, including, to, excluding, into the first places.
     *
     * @param near where to look first: a row of each customer, or the one after its last; what is found replaces it
     */
    public void startsFrom(int from, int to, int epochDay, int[] near) {
        for (int customer = from; customer < to; customer++) {
            near[customer - from] = startFrom(customer, epochDay, near[customer - from]);
        }
    }

    private int startFrom(int customer, int epochDay, int near) {
        int low = offsets[customer];
        int high = offsets[customer + 1];
        int row = near;
        for (int steps = FEW; row > low && days[row - 1] >= epochDay; steps--) {
            row--;
            if (steps == 0) {
                return firstFrom(low, row, epochDay);
            }
        }
        for (int steps = FEW; row < high && days[row] < epochDay; steps--) {
            row++;
            if (steps == 0) {
                return firstFrom(row, high, epochDay);
            }
        }
        return row;
    }

    private int firstFrom(int low, int high, int epochDay) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (days[middle] < epochDay) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The day of a row, since 1970-01-01. */
    public int day(int row) {
        return days[row];
    }

    /**
     * A number that is equal for rows of the same document, {@link #NO_DOCUMENT} for rows without. It is a 64-bit hash of the
     * document's text; two documents of one customer are mistaken for one with a probability below 10⁻¹³ for a thousand documents.
     */
    public long document(int row) {
        return documents == null ? NO_DOCUMENT : documents[row];
    }

    /**
     * How many events some rows of a customer are, rows of one document being one: all rows from, including, to, excluding, where these are all rows of
     * their days. −1 where documents of the customer have rows on several days: they have to be looked at.
     */
    public int events(int customer, int from, int to) {
        long[] known = documents;
        if (known == null || to - from <= 1) {
            return Math.max(0, to - from);
        }
        FirstRows found = firsts(known);
        return found.isMixed(customer) ? -1 : found.count(from, to);
    }

    /** The first row of each document, and all rows without one; null where there are no documents. Right for customers whose documents are not mixed. */
    public @Nullable RowBits events() {
        long[] known = documents;
        return known == null ? null : firsts(known).bits();
    }

    /**
     * Of some rows the first one of each document, and all without one, so that events of some days can be counted without looking at documents. Right for
     * customers whose documents are not {@link #isScattered scattered}.
     */
    public RowBits events(RowBits rows) {
        long[] known = documents;
        return known == null ? rows : firsts(known).of(rows);
    }

    /** Whether a document of the customer has rows on several days. */
    public boolean isMixed(int customer) {
        long[] known = documents;
        return known != null && firsts(known).isMixed(customer);
    }

    /** Whether a document of the customer has rows on several days, or rows of others between its own. */
    public boolean isScattered(int customer) {
        long[] known = documents;
        return known != null && firsts(known).isScattered(customer);
    }

    private FirstRows firsts(long[] known) {
        FirstRows found = firsts;
        if (found == null) {
            found = FirstRows.of(offsets, days, known);
            firsts = found;
        }
        return found;
    }

    /** Whether any row carries a document. */
    public boolean hasDocuments() {
        return documents != null;
    }

    /** The column of a field, or null when it was not loaded. */
    public @Nullable Column column(String field) {
        return columns.get(field);
    }

    /** The last day with an activity, or null without rows. */
    public @Nullable LocalDate lastDay() {
        if (last == UNKNOWN_DAY && days.length > 0) {
            int latest = days[0];
            for (int day : days) {
                latest = Math.max(latest, day);
            }
            last = latest;
        }
        return days.length == 0 ? null : LocalDate.ofEpochDay(last);
    }

    /** The first day with an activity, or null without rows. */
    public @Nullable LocalDate firstDay() {
        int first = Integer.MAX_VALUE;
        for (int day : days) {
            first = Math.min(first, day);
        }
        return days.length == 0 ? null : LocalDate.ofEpochDay(first);
    }

    /** Takes activities row by row: {@link #row} first, then the setters, {@link #document} for the document's field. */
    public static final class Builder extends RowBuilder {
        private final CustomerColumns customers;
        private final String activity;
        private int[] groups = new int[FieldBuffer.FIRST_CAPACITY];
        private int[] days = new int[FieldBuffer.FIRST_CAPACITY];
        private final boolean keepsDocuments;
        /** Made with the first document: many shops number none, and ten million rows of nothing are 80 MB. */
        private long @Nullable [] documents;

        private int @Nullable [] times;
        private final int documentField;
        private int unknown;
        private int lastCustomer = -1;

        private Builder(
                CustomerColumns customers, ActivityDefinition activity, Set<String> fields, int fractionDigits) {
            super(wanted(activity, fields), fractionDigits);
            this.customers = customers;
            this.activity = activity.id();
            String document = activity.document();
            this.keepsDocuments = document != null;
            this.times = fields.contains(TIME) ? new int[FieldBuffer.FIRST_CAPACITY] : null;
            this.documentField = document != null && fields.contains(document) ? ordinal(document) : -1;
        }

        private static List<Field> wanted(ActivityDefinition activity, Set<String> fields) {
            for (String field : fields) {
                if (activity.field(field) == null && !field.equals(TIME)) {
                    throw new IllegalArgumentException(
                            "Activity %s has no field %s: declare it in the vertical".formatted(activity.id(), field));
                }
            }
            return activity.fields().stream()
                    .filter(f -> fields.contains(f.id()))
                    .map(Field::of)
                    .toList();
        }

        /**
         * Starts a row.
         *
         * @return false when there is no such customer; the row is then left out and counted by {@link #unknownCustomers}, and
         *     setters change nothing until the next row
         */
        public boolean row(long customerId, int epochDay) {
            int customer = lastCustomer >= 0 && customers.id(lastCustomer) == customerId
                    ? lastCustomer
                    : customers.indexOf(customerId);
            if (customer < 0) {
                unknown++;
                skipRow();
                return false;
            }
            lastCustomer = customer;
            int row = startRow();
            groups = Growth.room(groups, row);
            days = Growth.room(days, row);
            groups[row] = customer;
            days[row] = epochDay;
            if (documents != null) {
                documents = Growth.room(documents, row);
                documents[row] = NO_DOCUMENT;
            }
            if (times != null) {
                times = Growth.room(times, row);
                times[row] = 0;
            }
            return true;
        }

        /** Sets the time of the row in seconds since midnight, which it is without; heeded when {@link #TIME} was asked for. */
        public void time(int secondOfDay) {
            if (isOpen() && times != null) {
                times[rows() - 1] = secondOfDay;
            }
        }

        /** Sets the document of the row; null or empty is none. Fills the document's column too when it is wanted. */
        public void document(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return;
            }
            if (documentField >= 0) {
                super.text(documentField, text);
            }
            setDocument(text);
        }

        /** {@inheritDoc} Setting the document's field sets the document. */
        @Override
        public void text(int field, @Nullable String text) {
            super.text(field, text);
            if (field == documentField && text != null && !text.isEmpty()) {
                setDocument(text);
            }
        }

        private void setDocument(String text) {
            if (!isOpen() || !keepsDocuments) {
                return;
            }
            if (documents == null) {
                documents = new long[groups.length];
            }
            documents[rows() - 1] = TextHash.of(text);
        }

        /** How many rows were left out because their customer is not among the customers. */
        public int unknownCustomers() {
            return unknown;
        }

        /** The columns. The builder cannot be used afterwards. */
        public ActivityColumns build() {
            int size = rows();
            int[] offsets = new int[customers.size() + 1];
            for (int row = 0; row < size; row++) {
                offsets[groups[row] + 1]++;
            }
            for (int customer = 0; customer < customers.size(); customer++) {
                offsets[customer + 1] += offsets[customer];
            }
            int[] order = RowOrder.byGroupAndDay(groups, days, times, size, offsets);
            groups = new int[0];
            times = null;
            int[] sortedDays = Growth.ordered(days, size, order);
            days = new int[0];
            long[] sortedDocuments = documents == null ? null : Growth.ordered(documents, size, order);
            documents = null;
            return new ActivityColumns(activity, offsets, sortedDays, sortedDocuments, build(order));
        }
    }
}
