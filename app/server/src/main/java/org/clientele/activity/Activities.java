package org.clientele.activity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.reference.ReferenceRow;
import org.clientele.reference.ReferenceTitle;
import org.clientele.reference.References;
import org.springframework.stereotype.Service;

/** What customers did, for those who may see the vertical. */
@Service
public class Activities {
    private final ActivityDao activities;
    private final References references;
    private final OwnCustomers own;
    private final Rights rights;

    public Activities(ActivityDao activities, References references, OwnCustomers own, Rights rights) {
        this.activities = activities;
        this.references = references;
        this.own = own;
        this.rights = rights;
    }

    /** Events of a customer, newest first. */
    public List<ActivityEvent> newest(Vertical vertical, ActivityDefinition activity, long customerId, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, customerId);
        return named(vertical, activity, activities.events(vertical, activity, customerId, 0, limit));
    }

    /** Where the title's field holds keys of a reference, the titles of their rows. */
    private List<ActivityEvent> named(Vertical vertical, ActivityDefinition activity, List<ActivityEvent> events) {
        String field = activity.title();
        ActivityField titled = field == null ? null : activity.field(field);
        String pointed = titled == null ? null : titled.reference();
        ReferenceDefinition reference =
                pointed == null ? null : vertical.definition().reference(pointed);
        if (reference == null) {
            return events;
        }
        Set<String> keys = events.stream()
                .map(ActivityEvent::title)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, ReferenceRow> rows = references.find(vertical, reference, keys);
        return events.stream()
                .map(event -> {
                    ReferenceRow row = event.title() == null ? null : rows.get(event.title());
                    return row == null ? event : event.titled(ReferenceTitle.of(reference, row) + " · " + row.key());
                })
                .toList();
    }
}
