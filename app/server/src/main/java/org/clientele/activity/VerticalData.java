package org.clientele.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
        Map<String, ActivityColumns> byActivity = new HashMap<>();
        for (ActivityDefinition activity : vertical.definition().activities()) {
            Set<String> wanted = fields.getOrDefault(activity.id(), Set.of());
            byActivity.put(activity.id(), activities.loadFew(vertical, columns, activity, wanted));
        }
        return ColumnsPatch.of(
                before,
                changed,
                new VerticalColumns(
                        before.definition(), before.fractionDigits(), columns, byActivity, before.references()));
    }
}
