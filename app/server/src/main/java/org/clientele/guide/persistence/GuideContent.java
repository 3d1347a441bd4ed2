package org.clientele.guide.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Guides as a vertical's consultants worded them, to be counted and deleted with it. */
@Repository
@Order(16)
public class GuideContent implements VerticalContent {
    private final OwnedRows rows;

    public GuideContent(Jdbi jdbi) {
        rows = new OwnedRows(jdbi, new Part("guide_text", "id", "vertical_id = :id", "guides"));
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
