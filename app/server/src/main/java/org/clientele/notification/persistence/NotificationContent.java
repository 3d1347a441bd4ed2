package org.clientele.notification.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** What people were told of a vertical, to be deleted with it. */
@Repository
@Order(1)
public class NotificationContent implements VerticalContent {
    private final OwnedRows rows;

    public NotificationContent(Jdbi jdbi) {
        rows = new OwnedRows(jdbi, new Part("notification", "id", "vertical_id = :id", ""));
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
