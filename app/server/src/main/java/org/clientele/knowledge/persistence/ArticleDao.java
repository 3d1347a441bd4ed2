package org.clientele.knowledge.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.common.persistence.Dialect;
import org.clientele.knowledge.Article;
import org.clientele.knowledge.ArticleData;
import org.clientele.knowledge.ArticleVersion;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Articles with every version, how often they were read and whether they helped. */
@Repository
public class ArticleDao {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            SELECT a.id, a.retired, a.used, v.version_number, v.content, v.written_at, COALESCE(u.display_name, v.author) AS person,
              (SELECT count(*) FROM article_answer h WHERE h.article_id = a.id AND h.helped) AS helped,
              (SELECT count(*) FROM article_answer h WHERE h.article_id = a.id AND NOT h.helped) AS not_helped
            FROM article a
            JOIN article_version v ON v.article_id = a.id
            LEFT JOIN app_user u ON u.login = v.author
            WHERE a.vertical_id = :vertical
              AND v.version_number = (SELECT max(w.version_number) FROM article_version w WHERE w.article_id = a.id)""";

    private final Jdbi jdbi;
    private final Dialect dialect;

    public ArticleDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** All of them as they apply. */
    public List<Article> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY a.id")
                .bind("vertical", verticalId)
                .map((row, _) -> article(row))
                .list());
    }

    public Optional<Article> find(int verticalId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND a.id = :id")
                .bind("vertical", verticalId)
                .bind("id", id)
                .map((row, _) -> article(row))
                .findOne());
    }

    private static Article article(ResultSet row) throws SQLException {
        return new Article(
                row.getLong("id"),
                read(row.getString("content")),
                row.getInt("version_number"),
                row.getString("person"),
                writtenAt(row),
                row.getBoolean("retired"),
                row.getLong("used"),
                row.getLong("helped"),
                row.getLong("not_helped"));
    }

    /** Every version, the newest first. */
    public List<ArticleVersion> history(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.version_number, v.content, v.written_at, COALESCE(u.display_name, v.author) AS person
                        FROM article_version v LEFT JOIN app_user u ON u.login = v.author
                        WHERE v.article_id = :id ORDER BY v.version_number DESC""")
                .bind("id", id)
                .map((row, _) -> new ArticleVersion(
                        row.getInt("version_number"),
                        read(row.getString("content")),
                        row.getString("person"),
                        writtenAt(row)))
                .list());
    }

    /** An article without a version yet; its id. */
    public long insert(int verticalId, String key) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("INSERT INTO article (vertical_id, article_key) VALUES (:vertical, :key)")
                        .bind("vertical", verticalId)
                        .bind("key", key)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    /** Adds a version; false when somebody else added that one. What an import brought is the portal's own from now on. */
    public boolean addVersion(long id, int number, ArticleData data, String author, Instant now) {
        return jdbi.withHandle(handle -> {
            // Locks the article, so that of two authors the second one sees what the first one published.
            handle.execute("UPDATE article SET import_id = NULL WHERE id = ?", id);
            return handle.createUpdate("""
                                    INSERT INTO article_version (article_id, version_number, content, author, written_at)
                                    SELECT a.id, CAST(:number AS INTEGER), CAST(:content AS VARCHAR(60000)), CAST(:author AS VARCHAR(100)),
                                      CAST(:at AS TIMESTAMP WITH TIME ZONE)
                                    FROM article a WHERE a.id = :id AND NOT EXISTS (
                                      SELECT 1 FROM article_version v WHERE v.article_id = :id AND v.version_number = :number)""")
                            .bind("number", number)
                            .bind("content", JSON.writeValueAsString(data))
                            .bind("author", author)
                            .bind("at", now.atOffset(ZoneOffset.UTC))
                            .bind("id", id)
                            .execute()
                    > 0;
        });
    }

    public void retire(long id, boolean retired) {
        jdbi.useHandle(
                handle -> handle.execute("UPDATE article SET retired = ?, import_id = NULL WHERE id = ?", retired, id));
    }

    public void countUse(long id) {
        jdbi.useHandle(handle -> handle.execute("UPDATE article SET used = used + 1 WHERE id = ?", id));
    }

    /** Keeps what a reader says in place of what they said before. */
    public void answer(long id, long user, boolean helped) {
        jdbi.useHandle(handle -> {
            String sql = dialect == Dialect.POSTGRESQL ? """
                    INSERT INTO article_answer (article_id, user_id, helped) VALUES (:article, :user, :helped)
                    ON CONFLICT (article_id, user_id) DO UPDATE SET helped = EXCLUDED.helped""" : """
                    MERGE INTO article_answer a USING (VALUES (CAST(:article AS BIGINT), CAST(:user AS BIGINT))) s (x, y)
                    ON a.article_id = s.x AND a.user_id = s.y
                    WHEN MATCHED THEN UPDATE SET a.helped = :helped
                    WHEN NOT MATCHED THEN INSERT (article_id, user_id, helped) VALUES (s.x, s.y, :helped)""";
            handle.createUpdate(sql)
                    .bind("article", id)
                    .bind("user", user)
                    .bind("helped", helped)
                    .execute();
        });
    }

    static ArticleData read(String content) {
        return JSON.readValue(content, ArticleData.class);
    }

    static Instant writtenAt(ResultSet row) throws SQLException {
        return row.getObject("written_at", OffsetDateTime.class).toInstant();
    }
}
