package org.clientele.knowledge.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Articles of a vertical, to be counted and deleted with it. */
@Repository
@Order(17)
public class ArticleContent implements VerticalContent {
    private static final String OF_VERTICAL = "article_id IN (SELECT id FROM article WHERE vertical_id = :id)";

    private final OwnedRows rows;

    public ArticleContent(Jdbi jdbi) {
        rows = new OwnedRows(
                jdbi,
                new Part("article_answer", "article_id", OF_VERTICAL, ""),
                new Part("article_version", "article_id", OF_VERTICAL, ""),
                new Part("article", "id", "vertical_id = :id", "articles"));
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
