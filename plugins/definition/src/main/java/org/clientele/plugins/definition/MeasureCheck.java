package org.clientele.plugins.definition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.Measure.Kind;
import org.clientele.plugins.api.ReportDefinition.Funnel;

/** Measures have what their kind needs and nothing else, and they and the steps of funnels have conditions that hold together. */
final class MeasureCheck {
    private static final Set<Kind> COUNTS = EnumSet.of(Kind.CUSTOMERS, Kind.SHARE, Kind.SHARE_OF_TOTAL);

    private final Declared declared;
    private final Scope scope;
    private final Report report;

    /** The scope is that of customers in segments. */
    MeasureCheck(Declared declared, Scope scope, Report report) {
        this.declared = declared;
        this.scope = scope;
        this.report = report;
    }

    void checkMeasures(String path, List<Measure> measures) {
        for (int i = 0; i < measures.size(); i++) {
            checkMeasure(path + "/measures/" + i, measures.get(i));
        }
    }

    private void checkMeasure(String path, Measure measure) {
        Kind kind = measure.kind();
        Part part = new Part(path, report, List.of("kind: " + Words.of(kind)));
        String field = measure.field();
        if (part.expect("field", field, !COUNTS.contains(kind)) && field != null) {
            declared.requireNumber(path + "/field", field);
        }
        if (kind == Kind.SHARE) {
            part.expect("when", measure.when(), true);
        }
        part.allow("per", measure.per(), kind == Kind.SHARE || kind == Kind.RATIO);
        String perField = measure.perField();
        if (part.allow("perField", perField, kind == Kind.RATIO) && perField != null) {
            declared.requireNumber(path + "/perField", perField);
        }
        report.check(path + "/when", measure.when(), scope);
        report.check(path + "/per", measure.per(), scope);
    }

    void checkSteps(String path, List<Funnel.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            report.check(path + "/steps/" + i + "/when", steps.get(i).when(), scope);
        }
    }
}
