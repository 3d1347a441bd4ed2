package org.clientele.interaction.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Contacts of a vertical, to be counted and deleted with it. */
@Repository
@Order(10)
public class InteractionContent extends OwnedContent {
    public InteractionContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part(
                        "interaction_revision",
                        "interaction_id",
                        "interaction_id IN (SELECT id FROM interaction WHERE vertical_id = :id)",
                        ""),
                new Part("interaction", "id", "vertical_id = :id", "interactions")));
    }
}
