package org.clientele.consent.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** What customers of a vertical allow, to be counted and deleted with it. */
@Repository
@Order(10)
public class ConsentContent extends OwnedContent {
    public ConsentContent(Jdbi jdbi) {
        super(new OwnedRows(jdbi, new Part("consent", "id", "vertical_id = :id", "consents")));
    }
}
