package org.clientele.workflow;

import java.time.LocalDate;
import org.clientele.common.Problem;

/**
 * What somebody records of a step; cannot hold what the portal would not keep.
 *
 * @param day when it was done
 * @param document the number of the document that says so, at most 100 characters, may be empty
 * @param note at most 2,000 characters, may be empty
 */
public record StepNote(LocalDate day, String document, String note) {
    public static final int DOCUMENT_LENGTH = 100;
    public static final int NOTE_LENGTH = 2_000;

    public StepNote {
        document = document.strip();
        note = note.strip();
        if (document.length() > DOCUMENT_LENGTH) {
            throw new Problem("workflow.problem.document-long", document.length(), DOCUMENT_LENGTH);
        }
        if (note.length() > NOTE_LENGTH) {
            throw new Problem("workflow.problem.note-long", note.length(), NOTE_LENGTH);
        }
    }
}
