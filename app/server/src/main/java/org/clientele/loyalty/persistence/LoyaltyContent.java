package org.clientele.loyalty.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** The programme of a vertical with its ledger, to be counted and deleted with it. */
@Repository
@Order(18)
public class LoyaltyContent implements VerticalContent {
    private final OwnedRows rows;

    public LoyaltyContent(Jdbi jdbi) {
        String vertical = "vertical_id = :id";
        rows = new OwnedRows(
                jdbi,
                new Part("loyalty_entry", "id", vertical + " AND reverses IS NOT NULL", ""),
                new Part("loyalty_entry", "id", vertical, "points"),
                new Part("loyalty_adjustment", "id", vertical, ""),
                new Part("loyalty_account", "customer_id", vertical, ""),
                new Part("loyalty_reward", "id", vertical, ""),
                new Part("loyalty_tier", "vertical_id", vertical, ""),
                new Part("loyalty_programme", "vertical_id", vertical, ""));
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
