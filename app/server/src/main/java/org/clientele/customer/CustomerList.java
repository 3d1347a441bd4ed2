package org.clientele.customer;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.query.CustomerQuery;
import org.clientele.engine.query.SortBy;
import org.jspecify.annotations.Nullable;

/** The customers of one snapshot who meet a query, in its order. Immutable. */
public final class CustomerList {
    private static final int COLLATED_BELOW = 5_000;

    private final CustomerSnapshot snapshot;
    private final CustomerQuery customers;
    private final @Nullable SortBy sort;
    private final List<CustomerFilter> unfit;
    private final Set<String> hidden;
    private final int all;

    private CustomerList(
            CustomerSnapshot snapshot,
            CustomerQuery customers,
            @Nullable SortBy sort,
            List<CustomerFilter> unfit,
            Set<String> hidden,
            int all) {
        this.snapshot = snapshot;
        this.customers = customers;
        this.sort = sort;
        this.unfit = List.copyOf(unfit);
        this.hidden = hidden;
        this.all = all;
    }

    /**
     * @param hidden fields that the reader may not see: they are neither shown nor compared nor sorted by
     * @param seen the customers, by index, whom the reader may see
     */
    static CustomerList of(
            CustomerSnapshot snapshot, CustomerListQuery query, Locale locale, Set<String> hidden, BitSet seen) {
        CustomerQuery customers = CustomerQuery.all(snapshot.now()).within(seen);
        int all = customers.total();
        FilterEvaluation evaluation = new FilterEvaluation(snapshot, hidden);
        List<CustomerFilter> unfit = new ArrayList<>();
        for (CustomerFilter filter : query.filters()) {
            Optional<BitSet> selected = evaluation.select(filter);
            if (selected.isPresent()) {
                customers = customers.within(selected.get());
            } else {
                unfit.add(filter);
            }
        }
        if (!query.search().isEmpty()) {
            customers = customers.search(query.search(), List.of(CustomerFields.REF, CustomerFields.NAME));
        }
        String field = query.sort();
        boolean sortable = field != null && !hidden.contains(field);
        SortBy sort = sortable ? sort(snapshot.now(), field, query.descending(), locale) : null;
        return new CustomerList(snapshot, customers, sort, unfit, hidden, all);
    }

    /** An order by a field: texts sort as the language does where that is quick, names of many customers by code. Null: there is none. */
    public static @Nullable SortBy sort(Snapshot snapshot, @Nullable String field, boolean descending, Locale locale) {
        Column column = field == null ? null : snapshot.column(field);
        if (field == null || column == null) {
            return null;
        }
        boolean few = column instanceof CodeColumn codes && codes.dictionary().size() < COLLATED_BELOW;
        return new SortBy(field, descending, few ? Collator.getInstance(locale)::compare : null);
    }

    public CustomerSnapshot snapshot() {
        return snapshot;
    }

    /** Conditions that make no sense for this vertical; they were left out. */
    public List<CustomerFilter> unfit() {
        return unfit;
    }

    /** Number of customers in the list. */
    public int total() {
        return customers.total();
    }

    /** Number of customers in the vertical whom the reader may see. */
    public int all() {
        return all;
    }

    /** The customers in the list by index, as a copy. */
    public BitSet members() {
        return customers.customers();
    }

    /** Those of the customers who are in the set, in the same order. */
    public CustomerList within(BitSet indexes) {
        return new CustomerList(snapshot, customers.within(indexes), sort, unfit, hidden, all);
    }

    public List<CustomerRow> page(int offset, int limit) {
        return Arrays.stream(customers.page(sort, offset, limit).customers())
                .mapToObj(index -> new CustomerRow(snapshot.now(), index, hidden))
                .toList();
    }

    /** Where a customer stands in the list, or nothing when not in it. */
    public Optional<Place> place(long customerId) {
        int index = snapshot.now().customers().indexOf(customerId);
        if (index < 0) {
            return Optional.empty();
        }
        int[] order = customers.page(sort, 0, total()).customers();
        for (int place = 0; place < order.length; place++) {
            if (order[place] == index) {
                return Optional.of(new Place(place + 1, order.length, id(order, place - 1), id(order, place + 1)));
            }
        }
        return Optional.empty();
    }

    private @Nullable Long id(int[] order, int place) {
        return place < 0 || place >= order.length
                ? null
                : snapshot.now().customers().id(order[place]);
    }

    /**
     * A customer's place in a list.
     *
     * @param number from 1
     * @param previous id of the customer before, or null
     * @param next id of the customer after, or null
     */
    public record Place(
            int number,
            int total,
            @Nullable Long previous,
            @Nullable Long next) {}

    /** Fields that the reader may not see. */
    Set<String> hidden() {
        return hidden;
    }

    /**
     * A customer as the list shows it.
     *
     * @param hidden fields whose values are kept from the reader
     */
    public record CustomerRow(Snapshot snapshot, int index, Set<String> hidden) {
        public long id() {
            return snapshot.customers().id(index);
        }

        /** The value of a field, {@link Value#MISSING} when it has none, is hidden, or there is no such field. */
        public Value value(String field) {
            Column column = hidden.contains(field) ? null : snapshot.column(field);
            return column == null ? Value.MISSING : column.value(index);
        }

        public String ref() {
            return text(CustomerFields.REF);
        }

        /** The name, or the number where there is none. */
        public String title() {
            String name = text(CustomerFields.NAME);
            return name.isBlank() ? ref() : name;
        }

        private String text(String field) {
            return value(field) instanceof Value.Text(String text) ? text : "";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CustomerRow row && row.id() == id();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id());
        }
    }
}
