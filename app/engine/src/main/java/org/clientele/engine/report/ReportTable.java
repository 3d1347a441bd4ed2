package org.clientele.engine.report;

/** What a report shows, computed from one snapshot. Immutable and safe to share between threads. */
public sealed interface ReportTable permits GroupsTable, CustomersTable, PeriodsTable, PivotTable, FunnelTable {}
