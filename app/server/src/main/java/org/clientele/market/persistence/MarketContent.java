package org.clientele.market.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** What was entered for a vertical's market development board, to be counted and deleted with it. */
@Repository
@Order(10)
public class MarketContent implements VerticalContent {
    private final OwnedRows rows;

    public MarketContent(Jdbi jdbi) {
        rows = new OwnedRows(jdbi, new Part("market_entry", "id", "vertical_id = :id", "market"));
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
