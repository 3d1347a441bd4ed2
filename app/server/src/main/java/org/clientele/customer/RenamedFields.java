package org.clientele.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** Finds under their names of today the attributes that a saved view, a link or a bookmark knows by an earlier one. */
final class RenamedFields {
    /** Names and texts of a condition; in a text nothing is renamed. */
    private static final Pattern PARTS =
            Pattern.compile("\"(?:\\\\.|[^\"])*\"|'(?:\\\\.|[^'])*'|[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, String> today = new HashMap<>();

    RenamedFields(VerticalDefinition definition) {
        for (AttributeDefinition attribute : definition.attributes()) {
            attribute.aliases().forEach(former -> today.putIfAbsent(former, attribute.id()));
        }
        definition.metrics().forEach(metric -> today.remove(metric.id()));
    }

    CustomerListQuery follow(CustomerListQuery query) {
        if (today.isEmpty()) {
            return query;
        }
        String sort = query.sort();
        List<CustomerFilter> filters =
                query.filters().stream().map(this::follow).toList();
        return new CustomerListQuery(
                filters,
                query.search(),
                sort == null ? null : name(sort),
                query.descending(),
                query.columns().stream().map(this::name).toList(),
                query.unread());
    }

    private CustomerFilter follow(CustomerFilter filter) {
        return switch (filter) {
            case CustomerFilter.Compare compare ->
                new CustomerFilter.Compare(name(compare.subject()), compare.op(), compare.values());
            case CustomerFilter.Where where ->
                CustomerFilter.where(PARTS.matcher(where.condition())
                        .replaceAll(part -> Matcher.quoteReplacement(name(part.group()))));
            case CustomerFilter.InSet set -> set;
        };
    }

    private String name(String id) {
        return today.getOrDefault(id, id);
    }
}
