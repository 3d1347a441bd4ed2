package org.clientele.stakeholder.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** A vertical's parties with all that hangs on them, to be counted and deleted with it. */
@Repository
@Order(10)
public class StakeholderContent implements VerticalContent {
    private static final String OF_PARTIES = "stakeholder_id IN (SELECT id FROM stakeholder WHERE vertical_id = :id)";

    private final OwnedRows rows;

    public StakeholderContent(Jdbi jdbi) {
        rows = new OwnedRows(
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
                new Part("stakeholder", "id", "vertical_id = :id", "stakeholders"));
    }

    private static Part part(String table) {
        return new Part(table, "id", OF_PARTIES, "");
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
