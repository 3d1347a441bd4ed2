package org.clientele.dataimport.ui;

import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.PlanProposal;
import org.clientele.dataimport.file.FileFormat;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** What somebody has decided in the wizard so far. */
final class ImportDraft {
    private final FileFormat detected;
    private final boolean dated;
    private FileInspection file;
    private ImportPlan plan;

    ImportDraft(Vertical vertical, FileInspection file) {
        this.detected = file.format();
        this.dated = file.dated();
        this.file = file;
        this.plan = PlanProposal.propose(vertical, file);
    }

    /** How the file looked at first, before anybody changed anything. */
    FileFormat detected() {
        return detected;
    }

    /** The format of the dates that were found; null where the file seems to have none. */
    @Nullable
    String detectedDates() {
        return dated ? detected.dates() : null;
    }

    FileInspection file() {
        return file;
    }

    ImportPlan plan() {
        return plan;
    }

    /** The file in another format; what is made of it is proposed anew. */
    void file(Vertical vertical, FileInspection changed) {
        file = changed;
        plan = PlanProposal.propose(vertical, changed).withFormat(changed.format());
    }

    void plan(ImportPlan changed) {
        plan = changed;
    }
}
