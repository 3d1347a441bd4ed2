package org.clientele.churn.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** A vertical's losses and what keeping costs, to be counted and deleted with it. */
@Repository
@Order(10)
public class LossContent extends OwnedContent {
    public LossContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part("customer_loss", "id", "vertical_id = :id", "losses"),
                new Part("keeping_cost", "vertical_id", "vertical_id = :id", "keeping-cost")));
    }
}
