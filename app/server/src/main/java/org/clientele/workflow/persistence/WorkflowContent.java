package org.clientele.workflow.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Workflows of a vertical's customers, to be counted and deleted with it. */
@Repository
@Order(15)
public class WorkflowContent implements VerticalContent {
    private final OwnedRows rows;

    public WorkflowContent(Jdbi jdbi) {
        rows = new OwnedRows(
                jdbi,
                new Part("workflow_step", "run_id", "vertical_id = :id", ""),
                new Part("workflow_run", "id", "vertical_id = :id", "workflows"));
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
