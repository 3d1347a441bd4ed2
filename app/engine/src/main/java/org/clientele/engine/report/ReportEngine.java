package org.clientele.engine.report;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.RowVariables;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Computes the reports and measures of one vertical. Making one checks its conditions; keep it while the definition is the same. Safe to
 * share between threads. A report of a million customers takes some tenths of a second, one over ten million rows a few seconds: ask from
 * a background job where that matters.
 */
public final class ReportEngine {
    private final VerticalDefinition definition;
    private final MemberConditions conditions;
    private final Map<String, CheckedExpression> wheres = new HashMap<>();

    private ReportEngine(VerticalDefinition definition, MemberConditions conditions) {
        this.definition = definition;
        this.conditions = conditions;
    }

    /**
     * For a definition that was read without findings.
     *
     * @throws IllegalArgumentException when a condition on rows does not pass the check that reading a definition makes
     */
    public static ReportEngine of(VerticalDefinition definition) {
        ReportEngine engine = new ReportEngine(definition, MemberConditions.of(definition));
        for (ReportDefinition report : definition.reports()) {
            String where = where(report);
            ActivityDefinition activity = activity(definition, report);
            if (where != null && activity != null) {
                engine.wheres.put(
                        report.id(), Conditions.checked(where, Scope.activity(activity), "Report " + report.id()));
            }
        }
        return engine;
    }

    /** The conditions on customers. */
    public MemberConditions conditions() {
        return conditions;
    }

    /**
     * The fields of an activity that its reports read, besides those that metrics read.
     */
    public Set<String> fieldsRead(String activity) {
        Set<String> fields = new LinkedHashSet<>();
        for (ReportDefinition report : definition.reports()) {
            ActivityDefinition declared = activity(definition, report);
            if (declared != null && declared.id().equals(activity)) {
                add(fields, declared, amount(report, declared));
                add(fields, declared, groupField(report));
                CheckedExpression where = wheres.get(report.id());
                if (where != null) {
                    where.variables().forEach(variable -> add(fields, declared, variable));
                }
            }
        }
        return fields;
    }

    private static void add(Set<String> fields, ActivityDefinition activity, @Nullable String field) {
        if (field != null && activity.field(field) != null) {
            fields.add(field);
        }
    }

    /** Computes a report as of the snapshot's day. */
    public ReportTable compute(ReportDefinition report, Snapshot snapshot) {
        BitSet population = conditions.select(report.when(), snapshot);
        return switch (report) {
            case ReportDefinition.Groups groups ->
                GroupsTable.of(snapshot, conditions, population, groups.by(), groups.columnsBy(), groups.measures());
            case ReportDefinition.Customers customers -> CustomersTable.of(snapshot, population, customers);
            case ReportDefinition.Funnel funnel ->
                FunnelTable.of(snapshot, conditions, population, funnel.steps(), funnel.by());
            case ReportDefinition.Periods periods -> periods(periods, snapshot, population);
            case ReportDefinition.Pivot pivot -> pivot(pivot, snapshot, population);
        };
    }

    /** A measure over all customers of the snapshot's day. */
    public BoundMeasure measure(Measure measure, Snapshot snapshot) {
        return BoundMeasure.of(measure, snapshot, conditions, snapshot.present());
    }

    /** Whether a measure may differ between days: attributes are those of now, metrics and segments are those of a day. */
    public boolean dependsOnDays(Measure measure) {
        Set<String> variables = new LinkedHashSet<>();
        for (String field : new String[] {measure.field(), measure.perField()}) {
            if (field != null) {
                variables.add(field);
            }
        }
        for (String when : new String[] {measure.when(), measure.per()}) {
            if (when != null) {
                variables.addAll(conditions.variables(when));
            }
        }
        return variables.stream().anyMatch(variable -> definition.attribute(variable) == null);
    }

    /** Measures for each value of an attribute or model, over all customers of the snapshot's day. */
    public GroupsTable breakdown(String by, List<Measure> measures, Snapshot snapshot) {
        return GroupsTable.of(snapshot, conditions, snapshot.present(), List.of(by), null, measures);
    }

    /** How many customers of the snapshot's day come how far. */
    public FunnelTable funnel(List<ReportDefinition.Funnel.Step> steps, Snapshot snapshot) {
        return FunnelTable.of(snapshot, conditions, snapshot.present(), steps, null);
    }

    private ReportTable periods(ReportDefinition.Periods report, Snapshot snapshot, BitSet population) {
        ActivityDefinition activity = declared(report.activity());
        ActivityColumns rows = snapshot.data().activity(activity.id());
        String amount = activity.amount();
        MoneyColumn money = amount != null && rows.column(amount) instanceof MoneyColumn column ? column : null;
        return new PeriodsWalk(
                        rows,
                        money,
                        rowCondition(report, rows, snapshot.asOf()),
                        groups(report.by(), activity, rows, snapshot, population),
                        report.period())
                .table(population, Math.toIntExact(snapshot.asOf().toEpochDay()));
    }

    private static RowGroups groups(
            @Nullable String by,
            ActivityDefinition activity,
            ActivityColumns rows,
            Snapshot snapshot,
            BitSet population) {
        if (by == null) {
            return RowGroups.none();
        }
        int dot = by.indexOf('.');
        if (dot >= 0) {
            return throughReference(activity, rows, snapshot, by.substring(0, dot), by.substring(dot + 1));
        }
        ActivityField field = activity.field(by);
        return field == null ? RowGroups.byCustomer(snapshot, by, population) : RowGroups.byField(rows, field);
    }

    private static RowGroups throughReference(
            ActivityDefinition activity, ActivityColumns rows, Snapshot snapshot, String pointing, String field) {
        ActivityField declared = activity.field(pointing);
        String id = declared == null ? null : declared.reference();
        ReferenceDefinition reference =
                id == null ? null : snapshot.data().definition().reference(id);
        ActivityField target = reference == null ? null : reference.field(field);
        if (reference == null || target == null || !(rows.column(pointing) instanceof CodeColumn keys)) {
            throw new IllegalArgumentException(
                    "Rows of %s cannot be grouped by %s.%s: it leads to no field of a reference"
                            .formatted(activity.id(), pointing, field));
        }
        Column column = snapshot.data().reference(reference.id()).through(keys, field);
        return RowGroups.byColumn(column, target, rows.size());
    }

    private ReportTable pivot(ReportDefinition.Pivot report, Snapshot snapshot, BitSet population) {
        ActivityColumns rows = snapshot.data().activity(report.activity());
        if (!(rows.column(report.field()) instanceof CodeColumn field)) {
            throw new IllegalArgumentException("Report %s: %s is no text or choice of %s"
                    .formatted(report.id(), report.field(), report.activity()));
        }
        String sum = report.sum();
        MeasureColumn column = sum == null ? null : (MeasureColumn) rows.column(sum);
        return new PivotWalk(
                        rows,
                        field,
                        column,
                        rowCondition(report, rows, snapshot.asOf()),
                        Math.toIntExact(snapshot.asOf().toEpochDay()))
                .table(population, report.rows(), report.columns());
    }

    private Condition rowCondition(ReportDefinition report, ActivityColumns rows, LocalDate asOf) {
        CheckedExpression where = wheres.get(report.id());
        return where == null ? Condition.ALWAYS : Conditions.bind(where, new RowVariables(rows, "", asOf));
    }

    private ActivityDefinition declared(String id) {
        ActivityDefinition activity = definition.activity(id);
        if (activity == null) {
            throw new IllegalArgumentException("Vertical %s has no activity %s".formatted(definition.id(), id));
        }
        return activity;
    }

    private static @Nullable ActivityDefinition activity(VerticalDefinition definition, ReportDefinition report) {
        return switch (report) {
            case ReportDefinition.Periods periods -> definition.activity(periods.activity());
            case ReportDefinition.Pivot pivot -> definition.activity(pivot.activity());
            default -> null;
        };
    }

    private static @Nullable String where(ReportDefinition report) {
        return switch (report) {
            case ReportDefinition.Periods periods -> periods.where();
            case ReportDefinition.Pivot pivot -> pivot.where();
            default -> null;
        };
    }

    private static @Nullable String amount(ReportDefinition report, ActivityDefinition activity) {
        return report instanceof ReportDefinition.Pivot pivot ? pivot.sum() : activity.amount();
    }

    private static @Nullable String groupField(ReportDefinition report) {
        return switch (report) {
            case ReportDefinition.Periods periods -> {
                String by = periods.by();
                yield by != null && by.contains(".") ? by.substring(0, by.indexOf('.')) : by;
            }
            case ReportDefinition.Pivot pivot -> pivot.field();
            default -> null;
        };
    }
}
