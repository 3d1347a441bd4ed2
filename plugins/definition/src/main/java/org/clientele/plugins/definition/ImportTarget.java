package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a file of that target can fill.
 *
 * @param columns what can be filled, by id
 * @param needed what has to be filled
 */
record ImportTarget(Map<String, Column> columns, List<String> needed) {
    private static final String TIME = "time";

    /** Type and, of a choice, values. */
    record Column(FieldType type, List<String> values) {
        static final Column TEXT = new Column(FieldType.TEXT, List.of());
    }

    /** The targets a file can have. */
    static List<String> ids(VerticalDefinition vertical) {
        List<String> ids = new ArrayList<>();
        ids.add(IdCheck.CUSTOMER);
        vertical.activities().forEach(a -> ids.add(a.id()));
        vertical.references().forEach(r -> ids.add(r.id()));
        return ids;
    }

    static ImportTarget of(String target, VerticalDefinition vertical) {
        ReferenceDefinition reference = vertical.reference(target);
        return reference != null ? ofReference(reference) : ofCustomers(vertical.activity(target), vertical);
    }

    private static ImportTarget ofReference(ReferenceDefinition reference) {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(IdCheck.KEY, Column.TEXT);
        add(columns, reference.fields());
        return new ImportTarget(columns, List.of(IdCheck.KEY));
    }

    /** A field goes before an attribute of the same name. */
    private static ImportTarget ofCustomers(@Nullable ActivityDefinition activity, VerticalDefinition vertical) {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put(IdCheck.CUSTOMER, Column.TEXT);
        columns.put("name", Column.TEXT);
        if (activity != null) {
            columns.put(TIME, new Column(FieldType.DATE, List.of()));
            add(columns, activity.fields());
        }
        vertical.attributes().forEach(a -> columns.putIfAbsent(a.id(), new Column(a.type(), a.values())));
        return new ImportTarget(
                columns, activity == null ? List.of(IdCheck.CUSTOMER) : List.of(IdCheck.CUSTOMER, TIME));
    }

    private static void add(Map<String, Column> columns, List<ActivityField> fields) {
        fields.forEach(f -> columns.put(f.id(), new Column(f.type(), f.values())));
    }
}
