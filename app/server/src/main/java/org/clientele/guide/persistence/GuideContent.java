package org.clientele.guide.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Guides as a vertical's consultants worded them, to be counted and deleted with it. */
@Repository
@Order(16)
public class GuideContent extends OwnedContent {
    public GuideContent(Jdbi jdbi) {
        super(new OwnedRows(jdbi, new Part("guide_text", "id", "vertical_id = :id", "guides")));
    }
}
