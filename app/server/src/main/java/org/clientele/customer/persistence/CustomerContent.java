package org.clientele.customer.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Customers and saved views of a vertical, to be counted and deleted with it. */
@Repository
@Order(90)
public class CustomerContent implements VerticalContent {
    private final OwnedRows rows;

    public CustomerContent(Jdbi jdbi) {
        rows = new OwnedRows(
                jdbi,
                new Part("saved_view", "id", "vertical_id = :id", "views"),
                new Part("customer", "id", "vertical_id = :id", "customers"));
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
