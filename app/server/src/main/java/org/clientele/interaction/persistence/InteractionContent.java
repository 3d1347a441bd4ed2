package org.clientele.interaction.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Contacts of a vertical, to be counted and deleted with it. */
@Repository
@Order(10)
public class InteractionContent implements VerticalContent {
    private final OwnedRows rows;

    public InteractionContent(Jdbi jdbi) {
        rows = new OwnedRows(
                jdbi,
                new Part(
                        "interaction_revision",
                        "interaction_id",
                        "interaction_id IN (SELECT id FROM interaction WHERE vertical_id = :id)",
                        ""),
                new Part("interaction", "id", "vertical_id = :id", "interactions"));
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
