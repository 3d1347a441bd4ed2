package org.clientele.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.Money;
import org.clientele.customer.CustomerService;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.ColumnsPatch;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.reference.ReferenceData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Loads all customers, activities and references of a vertical into the engine's columns, as of one moment. */
@Service
public class VerticalData {
    private final CustomerService customers;
    private final ActivityDao activities;
    private final ReferenceData references;

    public VerticalData(CustomerService customers, ActivityDao activities, ReferenceData references) {
        this.customers = customers;
        this.activities = activities;
        this.references = references;
    }

    /**
     * @param fields the fields wanted of each activity, by the activity's id; an activity that is absent is loaded without fields
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public VerticalColumns load(Vertical vertical, Map<String, Set<String>> fields) {
        CustomerColumns columns = customers.columns(vertical);
        Map<String, ActivityColumns> byActivity = new HashMap<>();
        for (ActivityDefinition activity : vertical.definition().activities()) {
            Set<String> wanted = fields.getOrDefault(activity.id(), Set.of());
            byActivity.put(activity.id(), activities.load(vertical, columns, activity, wanted));
        }
        return new VerticalColumns(
                vertical.definition(),
                Money.fractionDigits(vertical.currency()),
                columns,
                byActivity,
                references.load(vertical));
    }

    /**
     * Loads a few customers anew, with their activities; references are taken to be as they were.
     *
     * @param before what {@link #load} gave with the same fields
     * @param changed ids of the customers, who may be new or gone
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ColumnsPatch patch(
            Vertical vertical, Map<String, Set<String>> fields, VerticalColumns before, Set<Long> changed) {
        CustomerColumns columns = customers.columns(vertical, changed);
        return ColumnsPatch.of(
                before,
                changed,
                with(
                        columns,
                        before,
                        activity -> activities.loadFew(vertical, columns, activity, wanted(fields, activity))));
    }

    /**
     * Loads one customer alone, with all activities, within the caller's transaction and as it sees them; empty columns when the customer is
     * gone. References are taken to be as they were.
     *
     * @param before what {@link #load} gave with the same fields
     */
    public VerticalColumns one(
            Vertical vertical, Map<String, Set<String>> fields, VerticalColumns before, long customerId) {
        CustomerColumns columns = customers.columns(vertical, customerId);
        return with(
                columns,
                before,
                activity -> activities.loadOne(vertical, columns, activity, wanted(fields, activity), customerId));
    }

    private static Set<String> wanted(Map<String, Set<String>> fields, ActivityDefinition activity) {
        return fields.getOrDefault(activity.id(), Set.of());
    }

    private static VerticalColumns with(
            CustomerColumns customers, VerticalColumns before, Function<ActivityDefinition, ActivityColumns> reader) {
        Map<String, ActivityColumns> byActivity = new HashMap<>();
        for (ActivityDefinition activity : before.definition().activities()) {
            byActivity.put(activity.id(), reader.apply(activity));
        }
        return new VerticalColumns(
                before.definition(), before.fractionDigits(), customers, byActivity, before.references());
    }
}
