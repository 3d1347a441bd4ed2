package org.clientele.report;

import org.clientele.engine.report.ReportTable;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.segment.PortalSnapshot;

/** A report and what it shows as of the snapshot's day. Immutable. */
public record ReportPage(PortalSnapshot snapshot, ReportDefinition report, ReportTable table) {
    /** Whether there is nobody to report on yet. */
    public boolean isEmpty() {
        return snapshot.customers().size() == 0;
    }
}
