package org.clientele.stakeholder.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** A vertical's parties with all that hangs on them, to be counted and deleted with it. */
@Repository
@Order(10)
public class StakeholderContent extends OwnedContent {
    private static final String OF_PARTIES = "stakeholder_id IN (SELECT id FROM stakeholder WHERE vertical_id = :id)";

    public StakeholderContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part(
                        "stakeholder_mark",
                        "score_id",
                        "score_id IN (SELECT id FROM stakeholder_score WHERE " + OF_PARTIES + ")",
                        ""),
                part("stakeholder_score"),
                new Part("stakeholder_criterion", "vertical_id", "vertical_id = :id", ""),
                part("stakeholder_event"),
                part("stakeholder_action"),
                part("stakeholder_agreement"),
                part("stakeholder_contact"),
                new Part("stakeholder", "id", "vertical_id = :id", "stakeholders")));
    }

    private static Part part(String table) {
        return new Part(table, "id", OF_PARTIES, "");
    }
}
