package org.clientele.engine.column;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All customers of a vertical with their attributes. A customer's index is the place of its id in ascending order; every column of
 * customers, metrics and results uses it as row. Immutable and safe to share between threads.
 *
 * <p>Memory per customer: 12 bytes plus each column's bytes a row.
 */
public final class CustomerColumns {
    /** {@link #registered} of a customer whose first day is not recorded. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    /** The id of the field that holds a customer's number, the text by which people know the customer, where it is loaded. */
    public static final String NUMBER = "$ref";

    private final long[] ids;
    private final int[] registered;
    private final Map<String, Column> columns;

    private CustomerColumns(long[] ids, int[] registered, Map<String, Column> columns) {
        this.ids = ids;
        this.registered = registered;
        this.columns = columns;
    }

    /**
     * Starts taking customers in any order.
     *
     * @param fields the columns wanted, ids unique; usually the vertical's attributes, and what lists sort and search by
     * @param fractionDigits digits of the vertical's currency after the decimal point
     */
    public static Builder builder(List<Field> fields, int fractionDigits) {
        return new Builder(fields, fractionDigits);
    }

    CustomerColumns spliced(CustomerColumns fresh, Splice splice) {
        Map<String, Column> spliced = new LinkedHashMap<>();
        columns.forEach((field, column) ->
                spliced.put(field, splice.column(column, Objects.requireNonNull(fresh.column(field), field))));
        return new CustomerColumns(
                splice.longs(this::id, fresh::id), splice.ints(this::registered, fresh::registered), spliced);
    }

    /** Number of customers. */
    public int size() {
        return ids.length;
    }

    /** The id of the customer at an index. */
    public long id(int index) {
        return ids[index];
    }

    /** The index of a customer, −1 when there is none of that id. */
    public int indexOf(long id) {
        return Math.max(-1, Arrays.binarySearch(ids, id));
    }

    /**
     * The day since 1970-01-01 on which the customer became known, {@link #NO_DAY} when that is not recorded; see
     * {@link VerticalColumns#present}.
     */
    public int registered(int index) {
        return registered[index];
    }

    /**
     * A number for drawing lots: the same for the same customer whatever the order in which customers were stored, by the customer's
     * {@link #NUMBER} where that is loaded, else by the id.
     */
    public long lot(int index) {
        return columns.get(NUMBER) instanceof CodeColumn numbers && !numbers.isMissing(index)
                ? TextHash.of(numbers.dictionary().text(numbers.get(index)))
                : TextHash.of(Long.toString(ids[index]));
    }

    /** The column of a field, or null. */
    public @Nullable Column column(String field) {
        return columns.get(field);
    }

    /** The ids of the fields, in the order in which they were listed. */
    public Set<String> fields() {
        return columns.keySet();
    }

    /** Takes customers row by row: {@link #customer} first, then the setters. */
    public static final class Builder extends RowBuilder {
        private long[] ids = new long[FieldBuffer.FIRST_CAPACITY];
        private int[] registered = new int[FieldBuffer.FIRST_CAPACITY];

        private Builder(List<Field> fields, int fractionDigits) {
            super(fields, fractionDigits);
        }

        /** Starts a customer of whom no first day is recorded. */
        public Builder customer(long id) {
            return customer(id, NO_DAY);
        }

        /** Starts a customer. */
        public Builder customer(long id, int registeredEpochDay) {
            int row = startRow();
            ids = Growth.room(ids, row);
            registered = Growth.room(registered, row);
            ids[row] = id;
            registered[row] = registeredEpochDay;
            return this;
        }

        /** The columns. Fails when an id came twice. The builder cannot be used afterwards. */
        public CustomerColumns build() {
            int[] order = RowOrder.byKey(ids, rows());
            long[] sorted = Growth.ordered(ids, rows(), order);
            for (int row = 1; row < sorted.length; row++) {
                if (sorted[row] == sorted[row - 1]) {
                    throw new IllegalArgumentException(
                            "Customer %d was added twice: read each customer once".formatted(sorted[row]));
                }
            }
            int[] days = Growth.ordered(registered, rows(), order);
            return new CustomerColumns(sorted, days, build(order));
        }
    }
}
