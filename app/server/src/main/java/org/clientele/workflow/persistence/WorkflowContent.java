package org.clientele.workflow.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Workflows of a vertical's customers, to be counted and deleted with it. */
@Repository
@Order(15)
public class WorkflowContent extends OwnedContent {
    public WorkflowContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part("workflow_step", "run_id", "vertical_id = :id", ""),
                new Part("workflow_run", "id", "vertical_id = :id", "workflows")));
    }
}
