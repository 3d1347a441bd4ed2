package org.clientele.engine.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/**
 * A list of customers: which, and in which order. Immutable and safe to share between threads; make it once for a list and take pages
 * from it. The first page of a million customers takes some milliseconds.
 */
public final class CustomerQuery {
    /** Letters below it have one lower case letter each, in every language of the world. */
    private static final char PLAIN = 128;

    private final BitSet selected;
    private final Snapshot snapshot;
    private final int total;

    private CustomerQuery(Snapshot snapshot, BitSet selected) {
        this.snapshot = snapshot;
        this.selected = selected;
        this.total = selected.cardinality();
    }

    /** All customers. */
    public static CustomerQuery all(Snapshot snapshot) {
        BitSet all = new BitSet(snapshot.customers().size());
        all.set(0, snapshot.customers().size());
        return new CustomerQuery(snapshot, all);
    }

    /** Those of this list for whom the condition holds. Variables: see {@link Snapshot}. */
    public CustomerQuery where(CheckedExpression filter) {
        Condition condition = Conditions.bind(filter, snapshot);
        BitSet result = new BitSet(snapshot.customers().size());
        for (int c = selected.nextSetBit(0); c >= 0; c = selected.nextSetBit(c + 1)) {
            if (condition.holds(c)) {
                result.set(c);
            }
        }
        return new CustomerQuery(snapshot, result);
    }

    /** Those of this list who are in the set, such as the customers behind a figure. */
    public CustomerQuery within(BitSet customers) {
        BitSet result = (BitSet) selected.clone();
        result.and(customers);
        return new CustomerQuery(snapshot, result);
    }

    /** Those of this list in whose columns of these names the text occurs, upper and lower case alike; columns without text are left out. */
    public CustomerQuery search(String text, List<String> variables) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return matching(variables, value -> holds(value, wanted));
    }

    /** Whether the value holds the text, which is in lower case; plain letters are compared where they stand, because millions are. */
    static boolean holds(String value, String wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        char first = wanted.charAt(0);
        int last = value.length() - wanted.length();
        for (int place = 0; place < value.length(); place++) {
            char letter = value.charAt(place);
            if (letter >= PLAIN) {
                return value.toLowerCase(Locale.ROOT).contains(wanted);
            }
            if (place <= last && lower(letter) == first && continues(value, place, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean continues(String value, int place, String wanted) {
        for (int next = 1; next < wanted.length(); next++) {
            if (lower(value.charAt(place + next)) != wanted.charAt(next)) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }

    /** Those of this list with a text in one of these columns that fits; each different text is asked once. */
    public CustomerQuery matching(List<String> variables, Predicate<String> fits) {
        BitSet result = new BitSet(snapshot.customers().size());
        for (String variable : variables) {
            if (snapshot.column(variable) instanceof CodeColumn column) {
                boolean[] matching = column.dictionary().matching(fits);
                for (int c = selected.nextSetBit(0); c >= 0; c = selected.nextSetBit(c + 1)) {
                    int code = column.get(c);
                    if (code != CodeColumn.MISSING && matching[code]) {
                        result.set(c);
                    }
                }
            }
        }
        return new CustomerQuery(snapshot, result);
    }

    /** Number of customers in the list. */
    public int total() {
        return total;
    }

    /** The customers in the list, as a copy. */
    public BitSet customers() {
        return (BitSet) selected.clone();
    }

    /**
     * A page of the list.
     *
     * @param sort the order, or null: by ascending id
     * @param offset how many customers to leave out at the start, 0 or more
     * @param limit most customers on the page, 0 or more
     */
    public CustomerPage page(@Nullable SortBy sort, int offset, int limit) {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException(
                    "A page starts at 0 or later and holds 0 or more, found offset %d, limit %d"
                            .formatted(offset, limit));
        }
        if (sort == null) {
            int[] page = selected.stream().skip(offset).limit(limit).toArray();
            return new CustomerPage(page, total);
        }
        int end = (int) Math.min(total, (long) offset + limit);
        int[] sorted = new SortedCustomers(keys(sort)).first(selected, total, end);
        int[] page = offset >= end ? new int[0] : Arrays.copyOfRange(sorted, offset, end);
        return new CustomerPage(page, total);
    }

    private SortedCustomers.Keys keys(SortBy sort) {
        Column column = snapshot.column(sort.variable());
        if (column == null) {
            throw new IllegalArgumentException(
                    "Customers cannot be sorted by %s: there is no such column".formatted(sort.variable()));
        }
        return SortedCustomers.keys(column, sort, sort.variable().startsWith(Snapshot.SEGMENT_PREFIX));
    }
}
