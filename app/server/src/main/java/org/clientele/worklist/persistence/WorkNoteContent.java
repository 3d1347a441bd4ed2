package org.clientele.worklist.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Notes on a vertical's work, to be counted and deleted with it. */
@Repository
@Order(10)
public class WorkNoteContent implements VerticalContent {
    private final OwnedRows rows;

    public WorkNoteContent(Jdbi jdbi) {
        rows = new OwnedRows(jdbi, new Part("work_note", "id", "vertical_id = :id", "work-notes"));
    }

    @Override
    public Set<String> tables() {
        return rows.tables();
    }

    @Override
    public List<ContentCount> count(int verticalId) {
        return ContentCount.of(rows.count(verticalId));
    }

    @Override
    public int deletePiece(int verticalId) {
        return rows.deletePiece(verticalId);
    }
}
