package org.clientele.knowledge.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.common.persistence.Dialect;
import org.clientele.knowledge.Article;
import org.clientele.knowledge.ArticleData;
import org.clientele.knowledge.ArticleVersion;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Articles with every version, how often they were read and whether they helped. */
@Repository
public class ArticleDao {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What the keys of a plugin's articles begin with; nobody's login, and as such the author of their first version. */
    private static final String SHIPPED = "plugin:";

    /** Articles of a plugin that nobody edited, retired, read or answered. */
    static final String UNTOUCHED = """
            article.article_key LIKE 'plugin:%' AND article.used = 0 AND NOT article.retired
              AND NOT EXISTS (SELECT 1 FROM article_answer x WHERE x.article_id = article.id)
              AND (SELECT count(*) FROM article_version x WHERE x.article_id = article.id) = 1""";

    private static final String SELECT = """
            SELECT a.id, a.article_key, a.retired, a.used, v.version_number, v.content, v.written_at, COALESCE(u.display_name, v.author) AS person,
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

    /**
     * All of them as they apply; without those that a plugin shipped and ships no more.
     *
     * @param shipped what the plugin's say, by their ids
     */
    public List<Article> all(int verticalId, Map<String, ArticleData> shipped) {
        return jdbi.withHandle(handle -> handle
                .createQuery(SELECT + " ORDER BY a.id")
                .bind("vertical", verticalId)
                .map((row, _) -> article(row, shipped))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    public Optional<Article> find(int verticalId, long id, Map<String, ArticleData> shipped) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND a.id = :id")
                .bind("vertical", verticalId)
                .bind("id", id)
                .map((row, _) -> article(row, shipped))
                .findOne()
                .flatMap(found -> found));
    }

    private static Optional<Article> article(ResultSet row, Map<String, ArticleData> shipped) throws SQLException {
        String stored = row.getString("article_key");
        String key = stored.startsWith(SHIPPED) ? stored.substring(SHIPPED.length()) : "";
        ArticleData plugins = shipped.get(key);
        ArticleData own = read(row.getString("content"));
        ArticleData data = own == null ? plugins : own;
        return data == null
                ? Optional.empty()
                : Optional.of(article(row, plugins == null ? null : key, own != null, data));
    }

    private static Article article(ResultSet row, @Nullable String key, boolean own, ArticleData data)
            throws SQLException {
        return new Article(
                row.getLong("id"),
                key,
                own,
                data,
                row.getInt("version_number"),
                row.getString("person"),
                writtenAt(row),
                row.getBoolean("retired"),
                row.getLong("used"),
                row.getLong("helped"),
                row.getLong("not_helped"));
    }

    /**
     * Every version, the newest first.
     *
     * @param shipped what the plugin says; null when it does not ship the article
     */
    public List<ArticleVersion> history(long id, @Nullable ArticleData shipped) {
        List<Optional<ArticleVersion>> versions = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.version_number, v.content, v.written_at, COALESCE(u.display_name, v.author) AS person
                        FROM article_version v LEFT JOIN app_user u ON u.login = v.author
                        WHERE v.article_id = :id ORDER BY v.version_number DESC""")
                .bind("id", id)
                .map((row, _) -> version(row, shipped))
                .list());
        return versions.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<ArticleVersion> version(ResultSet row, @Nullable ArticleData shipped) throws SQLException {
        ArticleData own = read(row.getString("content"));
        ArticleData data = own == null ? shipped : own;
        return data == null
                ? Optional.empty()
                : Optional.of(new ArticleVersion(
                        row.getInt("version_number"), own == null, data, row.getString("person"), writtenAt(row)));
    }

    /** The ids of the plugin's articles that are stored. */
    public Set<String> shipped(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT article_key FROM article WHERE vertical_id = :vertical AND article_key LIKE 'plugin:%'")
                .bind("vertical", verticalId)
                .mapTo(String.class)
                .map(key -> key.substring(SHIPPED.length()))
                .collect(Collectors.toSet()));
    }

    /** Stores an article that says what the plugin says, unless somebody just did. */
    public void ship(int verticalId, String key, Instant now) {
        String sql = dialect == Dialect.POSTGRESQL ? """
                INSERT INTO article (vertical_id, article_key) VALUES (:vertical, :key)
                ON CONFLICT (vertical_id, article_key) DO NOTHING""" : """
                MERGE INTO article a USING (VALUES (CAST(:vertical AS INTEGER), CAST(:key AS VARCHAR(60)))) s (x, y)
                ON a.vertical_id = s.x AND a.article_key = s.y
                WHEN NOT MATCHED THEN INSERT (vertical_id, article_key) VALUES (s.x, s.y)""";
        jdbi.useTransaction(handle -> {
            int stored = handle.createUpdate(sql)
                    .bind("vertical", verticalId)
                    .bind("key", SHIPPED + key)
                    .execute();
            if (stored > 0) {
                handle.createUpdate("""
                                INSERT INTO article_version (article_id, version_number, content, author, written_at)
                                SELECT id, 1, 'null', CAST(:author AS VARCHAR(100)), CAST(:at AS TIMESTAMP WITH TIME ZONE)
                                FROM article WHERE vertical_id = :vertical AND article_key = :key""")
                        .bind("author", SHIPPED)
                        .bind("at", now.atOffset(ZoneOffset.UTC))
                        .bind("vertical", verticalId)
                        .bind("key", SHIPPED + key)
                        .execute();
            }
        });
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

    /** Adds a version, one without data follows the plugin; false when somebody else added that one. What an import brought is the portal's own from now on. */
    public boolean addVersion(long id, int number, @Nullable ArticleData data, String author, Instant now) {
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

    /** What a version says; null when it follows the plugin. */
    static @Nullable ArticleData read(String content) {
        return JSON.readValue(content, ArticleData.class);
    }

    static Instant writtenAt(ResultSet row) throws SQLException {
        return row.getObject("written_at", OffsetDateTime.class).toInstant();
    }
}
