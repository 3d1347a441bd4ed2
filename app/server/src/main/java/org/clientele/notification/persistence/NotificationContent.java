package org.clientele.notification.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** What people were told of a vertical, to be deleted with it. */
@Repository
@Order(1)
public class NotificationContent extends OwnedContent {
    public NotificationContent(Jdbi jdbi) {
        super(new OwnedRows(jdbi, new Part("notification", "id", "vertical_id = :id", "")));
    }
}
