package org.clientele.worklist.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Notes on a vertical's work, to be counted and deleted with it. */
@Repository
@Order(10)
public class WorkNoteContent extends OwnedContent {
    public WorkNoteContent(Jdbi jdbi) {
        super(new OwnedRows(jdbi, new Part("work_note", "id", "vertical_id = :id", "work-notes")));
    }
}
