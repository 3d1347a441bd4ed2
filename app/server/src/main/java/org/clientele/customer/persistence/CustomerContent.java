package org.clientele.customer.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Customers with what they were before, and saved views of a vertical, to be counted and deleted with it. */
@Repository
@Order(90)
public class CustomerContent extends OwnedContent {
    public CustomerContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part("attribute_change", "id", "vertical_id = :id", "attribute-changes"),
                new Part("saved_view", "id", "vertical_id = :id", "views"),
                new Part("customer", "id", "vertical_id = :id", "customers")));
    }
}
