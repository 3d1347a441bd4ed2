package org.clientele.dataimport.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.ImportSummary;
import org.clientele.dataimport.RowKind;

/** Says in sentences what an import would do. */
final class OutlookText {
    private OutlookText() {}

    static String of(ImportTexts texts, ImportPlan plan, ImportSummary summary) {
        if (!summary.hasEffect()) {
            return texts.text(summary.unchanged() > 0 ? "dataimport.outlook.known" : "dataimport.outlook.nothing");
        }
        List<String> sentences = new ArrayList<>();
        if (summary.customersCreated() > 0) {
            sentences.add(texts.text("dataimport.outlook.created", summary.customersCreated()));
        }
        if (summary.customersChanged() > 0) {
            sentences.add(texts.text("dataimport.outlook.changed", summary.customersChanged()));
        }
        RowKind kind = texts.kind(plan.target());
        if (kind != RowKind.CUSTOMER && summary.fresh() > 0) {
            sentences.add(texts.text("dataimport.outlook.added", summary.fresh(), texts.target(plan.target())));
        }
        if (kind == RowKind.REFERENCE && summary.changed() > 0) {
            sentences.add(texts.text("dataimport.outlook.entries", summary.changed(), texts.target(plan.target())));
        }
        if (summary.negative() > 0) {
            sentences.add(texts.text("dataimport.outlook.negative", summary.negative()));
        }
        if (summary.unchanged() > 0) {
            sentences.add(texts.text("dataimport.outlook.unchanged", summary.unchanged()));
        }
        summary.unknown().forEach(unknown -> sentences.add(texts.notice(unknown)));
        sentences.add(texts.text(kind == RowKind.RECORDS ? "dataimport.outlook.undoable" : "dataimport.outlook.then"));
        return String.join(texts.text("dataimport.outlook.joint"), sentences);
    }
}
