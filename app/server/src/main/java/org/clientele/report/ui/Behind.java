package org.clientele.report.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.Snapshot;
import org.clientele.engine.report.Group;
import org.clientele.plugins.api.ReportDefinition;
import org.jspecify.annotations.Nullable;

/** The customers behind a cell of a report. */
record Behind(ReportDefinition report, ReportWords words) {
    List<CustomerFilter> filters(String dimension, Group group) {
        List<CustomerFilter> filters = new ArrayList<>();
        String when = report.when();
        if (when != null) {
            filters.add(CustomerFilter.where(when));
        }
        String field = words.definition().model(dimension) != null ? Snapshot.SEGMENT_PREFIX + dimension : dimension;
        switch (group.kind()) {
            case VALUE -> filters.add(CustomerFilter.value(field, group.key()));
            case MISSING -> filters.add(CustomerFilter.missing(field));
            case OTHERS -> filters.clear();
            case ALL -> {
                // everybody the report is about
            }
        }
        return filters;
    }

    @Nullable
    String href(List<CustomerFilter> filters) {
        return filters.isEmpty()
                ? null
                : CustomersNavigation.to(
                        words.vertical().key(), CustomerListQuery.of(filters.toArray(CustomerFilter[]::new)));
    }
}
