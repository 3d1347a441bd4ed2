package org.clientele.loyalty.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** The programme of a vertical with its ledger, to be counted and deleted with it. */
@Repository
@Order(18)
public class LoyaltyContent extends OwnedContent {
    private static final String VERTICAL = "vertical_id = :id";

    public LoyaltyContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part("loyalty_entry", "id", VERTICAL + " AND reverses IS NOT NULL", ""),
                new Part("loyalty_entry", "id", VERTICAL, "points"),
                new Part("loyalty_adjustment", "id", VERTICAL, ""),
                new Part("loyalty_account", "customer_id", VERTICAL, ""),
                new Part("loyalty_reward", "id", VERTICAL, ""),
                new Part("loyalty_tier", "vertical_id", VERTICAL, ""),
                new Part("loyalty_programme", "vertical_id", VERTICAL, "")));
    }
}
