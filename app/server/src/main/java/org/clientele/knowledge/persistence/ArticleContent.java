package org.clientele.knowledge.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Articles of a vertical, to be counted and deleted with it. What only the plugin says is not counted, but goes once its version is gone. */
@Repository
@Order(17)
public class ArticleContent extends OwnedContent {
    private static final String OF_VERTICAL = "article_id IN (SELECT id FROM article WHERE vertical_id = :id)";

    public ArticleContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part("article_answer", "article_id", OF_VERTICAL, ""),
                new Part("article_version", "article_id", OF_VERTICAL, ""),
                new Part("article", "id", "vertical_id = :id AND NOT (" + ArticleDao.UNTOUCHED + ")", "articles")));
    }
}
