package org.clientele.dataimport.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.Imports;
import org.clientele.plugin.Vertical;

/** Names what undoing an import takes away before it does. */
final class UndoDialog {
    private UndoDialog() {}

    static void open(Imports imports, Vertical vertical, ImportTexts texts, ImportRun run) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(texts.text("dataimport.undo.title", texts.name(run)));
        dialog.setText(explanation(texts, run) + currency(imports, vertical, texts, run));
        dialog.setCancelable(true);
        dialog.setCancelText(texts.text("common.cancel"));
        dialog.setConfirmText(texts.text("dataimport.undo"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirm -> undo(imports, vertical, texts, run));
        dialog.open();
    }

    private static String explanation(ImportTexts texts, ImportRun run) {
        ImportRun.Counts counts = run.counts();
        return switch (texts.kind(run.target())) {
            case REFERENCE -> texts.text("dataimport.undo.entries", counts.fresh(), counts.changed());
            case RECORDS -> texts.text("dataimport.undo.records", counts.fresh());
            case CUSTOMER, ACTIVITY, SAMPLE ->
                texts.text(
                        "dataimport.undo.text", counts.fresh(), counts.customersCreated(), counts.customersChanged());
        };
    }

    /** What becomes of the currency, where the import changed it. */
    private static String currency(Imports imports, Vertical vertical, ImportTexts texts, ImportRun run) {
        return imports.currencyAfterUndo(vertical, run.id())
                .map(before -> " " + texts.text("dataimport.undo.currency", vertical.currency(), before))
                .orElse("");
    }

    private static void undo(Imports imports, Vertical vertical, ImportTexts texts, ImportRun run) {
        try {
            imports.undo(vertical, run.id());
            Messages.done(texts.text("dataimport.undo.started"));
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }
}
