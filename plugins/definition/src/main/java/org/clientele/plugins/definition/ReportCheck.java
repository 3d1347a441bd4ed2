package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Customers;
import org.clientele.plugins.api.ReportDefinition.Funnel;
import org.clientele.plugins.api.ReportDefinition.Groups;
import org.clientele.plugins.api.ReportDefinition.Periods;
import org.clientele.plugins.api.ReportDefinition.Pivot;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Reports are made of declared attributes, metrics, models and fields that can be grouped or summed. */
final class ReportCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        if (!vertical.reports().isEmpty()) {
            new Checker(vertical, report).check();
        }
    }

    private static final class Checker {
        private final VerticalDefinition vertical;
        private final Report report;
        private final Declared declared;
        private final Scope member;
        private final MeasureCheck measures;
        private final Map<String, Scope> rows = new HashMap<>();

        Checker(VerticalDefinition vertical, Report report) {
            this.vertical = vertical;
            this.report = report;
            declared = new Declared(vertical, report);
            member = Scope.member(vertical);
            measures = new MeasureCheck(declared, member, report);
        }

        void check() {
            for (int i = 0; i < vertical.reports().size(); i++) {
                String path = "/reports/" + i;
                ReportDefinition definition = vertical.reports().get(i);
                report.check(path + "/when", definition.when(), member);
                switch (definition) {
                    case Groups groups -> checkGroups(path, groups);
                    case Customers customers -> checkCustomers(path, customers);
                    case Periods periods -> checkPeriods(path, periods);
                    case Pivot pivot -> checkPivot(path, pivot);
                    case Funnel funnel -> {
                        measures.checkSteps(path, funnel.steps());
                        checkGrouping(path + "/by", funnel.by());
                    }
                }
            }
        }

        private void checkGroups(String path, Groups groups) {
            for (int i = 0; i < groups.by().size(); i++) {
                declared.requireGrouping(path + "/by/" + i, groups.by().get(i));
            }
            checkGrouping(path + "/columnsBy", groups.columnsBy());
            measures.checkMeasures(path, groups.measures());
        }

        private void checkGrouping(String path, @Nullable String id) {
            if (id != null) {
                declared.requireGrouping(path, id);
            }
        }

        private void checkCustomers(String path, Customers customers) {
            for (int i = 0; i < customers.columns().size(); i++) {
                declared.requireColumn(
                        path + "/columns/" + i, customers.columns().get(i));
            }
            String sort = customers.sort();
            if (sort != null) {
                report.requireReference(path + "/sort", sort, customers.columns());
            }
            String cumulative = customers.cumulative();
            if (cumulative != null) {
                declared.requireNumber(path + "/cumulative", cumulative);
            }
        }

        private void checkPeriods(String path, Periods periods) {
            ActivityDefinition activity = activity(path, periods.activity(), periods.where());
            String by = periods.by();
            if (activity != null && by != null) {
                checkBy(path + "/by", by, activity);
            }
        }

        private void checkPivot(String path, Pivot pivot) {
            ActivityDefinition activity = activity(path, pivot.activity(), pivot.where());
            if (activity == null) {
                return;
            }
            declared.requireField(
                    path + "/field", pivot.field(), activity.fields(), Declared.GROUPINGS, Words.GROUPING);
            String sum = pivot.sum();
            if (sum != null) {
                declared.requireField(path + "/sum", sum, activity.fields(), Declared.NUMBERS, Words.NUMBER);
            }
        }

        private @Nullable ActivityDefinition activity(String path, String id, @Nullable String where) {
            ActivityDefinition activity = vertical.activity(id);
            if (!declared.requireActivity(path + "/activity", id) || activity == null) {
                return null;
            }
            report.check(path + "/where", where, rows.computeIfAbsent(id, _ -> Scope.activity(activity)));
            return activity;
        }

        /** A field of the activity, a field of what one of its fields refers to, an attribute or a model. */
        private void checkBy(String path, String by, ActivityDefinition activity) {
            int dot = by.indexOf('.');
            if (dot >= 0) {
                checkThrough(path, by, activity.field(by.substring(0, dot)), by.substring(dot + 1));
            } else if (activity.field(by) != null) {
                declared.requireField(path, by, activity.fields(), Declared.GROUPINGS, Words.GROUPING);
            } else if (vertical.attribute(by) != null || vertical.metric(by) != null || vertical.model(by) != null) {
                declared.requireGrouping(path, by);
            } else {
                List<String> known = new ArrayList<>();
                activity.fields().stream()
                        .filter(f -> Declared.GROUPINGS.contains(f.type()))
                        .forEach(f -> known.add(f.id()));
                known.addAll(declared.groupings());
                report.requireReference(path, by, known);
            }
        }

        private void checkThrough(String path, String by, @Nullable ActivityField field, String inner) {
            String target = field == null ? null : field.reference();
            ReferenceDefinition reference = target == null ? null : vertical.reference(target);
            if (reference == null) {
                report.add(FindingKind.WRONG_KIND, path, by, Words.REFERENCE);
            } else {
                declared.requireField(path, inner, reference.fields(), Declared.GROUPINGS, Words.GROUPING);
            }
        }
    }
}
