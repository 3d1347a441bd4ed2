package org.clientele.customer;

import static org.clientele.common.AddressParameters.first;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a customer list shows, as it stands in its address: {@code ?f=segment_rfm:eq:champions&f=monetary:gte:100&set=active:…&q=chen
 * &sort=monetary:desc&cols=$name,monetary&when=age >= 60}. {@code f}, {@code set} and {@code when} may stand there several times.
 *
 * @param filters all must hold
 * @param search text that number or name contains; empty: no search
 * @param sort the field sorted by, or null: in the order in which customers became known
 * @param descending whether the largest comes first
 * @param columns ids of the fields shown; empty: the usual ones
 * @param unread conditions of the address that could not be read
 */
public record CustomerListQuery(
        List<CustomerFilter> filters,
        String search,
        @Nullable String sort,
        boolean descending,
        List<String> columns,
        List<String> unread) {
    /** All customers. */
    public static final CustomerListQuery ALL = new CustomerListQuery(List.of(), "", null, false, List.of(), List.of());

    public CustomerListQuery {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
        unread = List.copyOf(unread);
    }

    /** The customers for whom all of these hold. */
    public static CustomerListQuery of(CustomerFilter... filters) {
        return ALL.withFilters(List.of(filters));
    }

    public CustomerListQuery withFilters(List<CustomerFilter> changed) {
        return new CustomerListQuery(changed, search, sort, descending, columns, List.of());
    }

    public CustomerListQuery withSearch(String text) {
        return new CustomerListQuery(filters, text.strip(), sort, descending, columns, unread);
    }

    public CustomerListQuery sortedBy(@Nullable String field, boolean largestFirst) {
        return new CustomerListQuery(filters, search, field, largestFirst, columns, unread);
    }

    public CustomerListQuery withColumns(List<String> ids) {
        return new CustomerListQuery(filters, search, sort, descending, ids, unread);
    }

    /** Whether some customers may be left out. */
    public boolean isNarrowed() {
        return !filters.isEmpty() || !search.isEmpty();
    }

    /** The parameters of the address. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "f", texts(CustomerFilter.Compare.class));
        put(parameters, "set", texts(CustomerFilter.InSet.class));
        put(parameters, "when", texts(CustomerFilter.Where.class));
        put(parameters, "q", search.isEmpty() ? List.of() : List.of(search));
        put(parameters, "sort", sort == null ? List.of() : List.of(sort + (descending ? ":desc" : "")));
        put(parameters, "cols", columns.isEmpty() ? List.of() : List.of(String.join(",", columns)));
        return parameters;
    }

    /** Reads the parameters of an address; what cannot be read is left out and listed in {@link #unread}. */
    public static CustomerListQuery parse(Map<String, List<String>> parameters) {
        List<CustomerFilter> filters = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String text : parameters.getOrDefault("f", List.of())) {
            CustomerFilter.Compare.parse(text).ifPresentOrElse(filters::add, () -> unread.add(text));
        }
        for (String text : parameters.getOrDefault("set", List.of())) {
            CustomerFilter.InSet.parse(text).ifPresentOrElse(filters::add, () -> unread.add(text));
        }
        parameters.getOrDefault("when", List.of()).stream()
                .map(CustomerFilter::where)
                .forEach(filters::add);
        String sort = first(parameters, "sort").orElse("");
        boolean descending = sort.endsWith(":desc");
        String field = descending ? sort.substring(0, sort.length() - ":desc".length()) : sort;
        List<String> columns =
                first(parameters, "cols").map(ids -> List.of(ids.split(","))).orElse(List.of());
        return new CustomerListQuery(
                filters,
                first(parameters, "q").orElse("").strip(),
                field.isEmpty() ? null : field,
                descending,
                columns,
                unread);
    }

    /** The same with attributes that an upgrade renamed under their names of today. */
    public CustomerListQuery in(VerticalDefinition definition) {
        return new RenamedFields(definition).follow(this);
    }

    private List<String> texts(Class<? extends CustomerFilter> kind) {
        return filters.stream()
                .filter(kind::isInstance)
                .map(CustomerFilter::text)
                .collect(Collectors.toList());
    }

    private static void put(Map<String, List<String>> parameters, String name, List<String> values) {
        if (!values.isEmpty()) {
            parameters.put(name, values);
        }
    }
}
