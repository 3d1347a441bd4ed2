package org.clientele.churn.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** A vertical's losses and what keeping costs, to be counted and deleted with it. */
@Repository
@Order(10)
public class LossContent implements VerticalContent {
    private final OwnedRows rows;

    public LossContent(Jdbi jdbi) {
        rows = new OwnedRows(
                jdbi,
                new Part("customer_loss", "id", "vertical_id = :id", "losses"),
                new Part("keeping_cost", "vertical_id", "vertical_id = :id", "keeping-cost"));
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
