package org.clientele.market.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** What was entered for a vertical's market development board, to be counted and deleted with it. */
@Repository
@Order(10)
public class MarketContent extends OwnedContent {
    public MarketContent(Jdbi jdbi) {
        super(new OwnedRows(jdbi, new Part("market_entry", "id", "vertical_id = :id", "market")));
    }
}
