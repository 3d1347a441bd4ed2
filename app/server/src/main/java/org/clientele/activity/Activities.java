package org.clientele.activity;

import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.springframework.stereotype.Service;

/** What customers did, for those who may see the vertical. */
@Service
public class Activities {
    private final ActivityDao activities;
    private final Rights rights;

    public Activities(ActivityDao activities, Rights rights) {
        this.activities = activities;
        this.rights = rights;
    }

    /** Events of a customer, newest first. */
    public List<ActivityEvent> newest(Vertical vertical, ActivityDefinition activity, long customerId, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return activities.events(vertical, activity, customerId, 0, limit);
    }
}
