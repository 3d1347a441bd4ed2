package org.clientele.report.ui;

import org.clientele.engine.Snapshot;
import org.clientele.engine.report.CustomersTable;
import org.clientele.engine.report.FunnelTable;
import org.clientele.engine.report.GroupsTable;
import org.clientele.engine.report.PeriodsTable;
import org.clientele.engine.report.PivotTable;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.report.ReportPage;

/** Writes a report's table as a sheet of one language. */
final class Sheets {
    private Sheets() {}

    static Sheet of(ReportPage page, ReportWords words) {
        ReportDefinition report = page.report();
        Snapshot now = page.snapshot().now();
        return switch (page.table()) {
            case GroupsTable groups -> new GroupsSheet((ReportDefinition.Groups) report, words).sheet(groups);
            case FunnelTable funnel -> new FunnelSheet((ReportDefinition.Funnel) report, words).sheet(funnel);
            case PeriodsTable periods -> new PeriodsSheet((ReportDefinition.Periods) report, words).sheet(periods);
            case PivotTable pivot -> new PivotSheet((ReportDefinition.Pivot) report, words, now).sheet(pivot);
            case CustomersTable customers ->
                new CustomersSheet((ReportDefinition.Customers) report, words, now).sheet(customers);
        };
    }
}
