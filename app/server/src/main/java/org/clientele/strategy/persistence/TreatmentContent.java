package org.clientele.strategy.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** What consultants set about a vertical's strategies, to be deleted with it. */
@Repository
@Order(19)
public class TreatmentContent extends OwnedContent {
    public TreatmentContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part("strategy_entry", "customer_id", "vertical_id = :id", ""),
                new Part("strategy_enrolment", "customer_id", "vertical_id = :id", ""),
                new Part("strategy_setting", "vertical_id", "vertical_id = :id", ""),
                new Part("strategy_draft", "vertical_id", "vertical_id = :id", "strategy-drafts"),
                new Part("strategy_version", "id", "vertical_id = :id", "strategies"),
                new Part("task", "id", "vertical_id = :id", "tasks"),
                new Part("running_strategy", "vertical_id", "vertical_id = :id", ""),
                new Part("treatment_order", "vertical_id", "vertical_id = :id", "")));
    }
}
