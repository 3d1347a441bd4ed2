package org.clientele.knowledge.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.knowledge.ArticlesChanged;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/**
 * Articles as rows: every version of each, the oldest first, with what readers answered beside the first. What only the plugin says comes with
 * the plugin.
 */
@Repository
public class ArticleRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.ARTICLES.firstColumn();
    private static final String ARTICLE = "article";
    private static final String VERSION = "version";
    private static final String RETIRED = "retired";
    private static final String USED = "used";
    private static final String AUTHOR = "author";
    private static final String WRITTEN = "written";
    private static final String CONTENT = "content";
    private static final String HELPED = "helped";
    private static final String NOT_HELPED = "not-helped";

    private static final int KEY_LENGTH = 60;
    private static final int AUTHOR_LENGTH = 100;
    private static final int CONTENT_LENGTH = 60_000;
    private static final String IMPORTED = "article_id IN (SELECT id FROM article WHERE import_id = :id)";

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public ArticleRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(
                jdbi,
                new Part("article_answer", "article_id", IMPORTED, ""),
                new Part("article_version", "article_id", IMPORTED, ""),
                new Part("article", "id", "import_id = :id", ""));
    }

    /**
     * @param helped logins of readers whom the article helped; with its first version alone
     * @param notHelped logins of those whom it did not
     */
    private record Row(
            String article,
            int version,
            boolean retired,
            int used,
            String author,
            Instant written,
            String content,
            List<String> helped,
            List<String> notHelped) {
        String key() {
            return article + " " + version;
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ARTICLES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, ARTICLE, VERSION, RETIRED, USED, AUTHOR, WRITTEN, CONTENT, HELPED, NOT_HELPED);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        Map<String, List<String>> yes = answers(verticalId, true);
        Map<String, List<String>> no = answers(verticalId, false);
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT a.article_key, v.version_number, a.retired, a.used, v.author, v.written_at, v.content
                        FROM article a JOIN article_version v ON v.article_id = a.id
                        WHERE a.vertical_id = :vertical AND a.id NOT IN (SELECT article.id FROM article WHERE %s)
                        ORDER BY a.id, v.version_number""".formatted(ArticleDao.UNTOUCHED))
                .bind("vertical", verticalId)
                .map((row, _) -> new Row(
                        row.getString("article_key"),
                        row.getInt("version_number"),
                        row.getBoolean("retired"),
                        row.getInt("used"),
                        row.getString("author"),
                        ArticleDao.writtenAt(row),
                        row.getString("content"),
                        first(row.getInt("version_number"), yes.get(row.getString("article_key"))),
                        first(row.getInt("version_number"), no.get(row.getString("article_key")))))
                .forEach(row -> rows.accept(cells(row))));
    }

    private static List<String> first(int version, @Nullable List<String> logins) {
        return version == 1 && logins != null ? logins : List.of();
    }

    /** Logins of readers who said so, by article. */
    private Map<String, List<String>> answers(int verticalId, boolean helped) {
        return jdbi.withHandle(handle -> {
            Map<String, List<String>> answers = new HashMap<>();
            handle.createQuery("""
                            SELECT a.article_key, u.login FROM article_answer h
                            JOIN article a ON a.id = h.article_id JOIN app_user u ON u.id = h.user_id
                            WHERE a.vertical_id = :vertical AND h.helped = :helped ORDER BY u.login""")
                    .bind("vertical", verticalId)
                    .bind("helped", helped)
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(answer -> answers.computeIfAbsent(answer.getKey(), key -> new ArrayList<>())
                            .add(answer.getValue()));
            return answers;
        });
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.key(),
                row.article(),
                Integer.toString(row.version()),
                (row.retired() ? State.RETIRED : State.SHOWN).name(),
                Integer.toString(row.used()),
                row.author(),
                row.written().toString(),
                row.content(),
                String.join("\n", row.helped()),
                String.join("\n", row.notHelped()));
    }

    private enum State {
        SHOWN,
        RETIRED
    }

    private static Row row(RecordRow row, Set<String> articles) throws UnfitRowException {
        String article = row.required(ARTICLE, KEY_LENGTH);
        if (articles.contains(article)) {
            throw row.unfit(ARTICLE, Cause.TAKEN);
        }
        String content = row.required(CONTENT, CONTENT_LENGTH);
        try {
            ArticleDao.read(content);
        } catch (JacksonException unreadable) {
            throw row.unfit(CONTENT, Cause.NOT_AS_WRITTEN);
        }
        return new Row(
                article,
                row.number(VERSION),
                row.choice(RETIRED, State.class) == State.RETIRED,
                row.number(USED),
                row.required(AUTHOR, AUTHOR_LENGTH),
                row.time(WRITTEN),
                content,
                row.text(HELPED).lines().toList(),
                row.text(NOT_HELPED).lines().toList());
    }

    /** An article that is here stays as it is, with the versions that it has here. */
    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> versions = new HashSet<>();
        Set<String> articles = new HashSet<>();
        read(verticalId, cells -> {
            versions.add(cells.getFirst());
            articles.add(cells.get(1));
        });
        return RestoredRows.once(
                versions,
                row -> row(row, versions.contains(row.text(RECORD)) ? Set.of() : articles),
                (row, found) -> found.key(),
                (fresh, importId) -> store(verticalId, known.people(), fresh, importId));
    }

    private void store(int verticalId, Map<String, Long> people, List<Row> fresh, long importId) {
        jdbi.useHandle(handle -> {
            Map<String, Long> ids = new HashMap<>();
            handle.createQuery(
                            "SELECT article_key, id FROM article WHERE vertical_id = :vertical AND import_id = :import")
                    .bind("vertical", verticalId)
                    .bind("import", importId)
                    .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
            for (Row row : fresh) {
                long id = ids.computeIfAbsent(row.article(), key -> insert(handle, verticalId, row, importId));
                handle.createUpdate("""
                                INSERT INTO article_version (article_id, version_number, content, author, written_at)
                                VALUES (:article, :number, :content, :author, :at)""")
                        .bind("article", id)
                        .bind("number", row.version())
                        .bind("content", row.content())
                        .bind("author", row.author())
                        .bind("at", row.written().atOffset(ZoneOffset.UTC))
                        .execute();
                row.helped().forEach(login -> answer(handle, id, people.get(login), true));
                row.notHelped().forEach(login -> answer(handle, id, people.get(login), false));
            }
        });
    }

    /** An answer of somebody who is not known here does not count any more. */
    private static void answer(Handle handle, long article, @Nullable Long person, boolean helped) {
        if (person != null) {
            handle.execute(
                    "INSERT INTO article_answer (article_id, user_id, helped) VALUES (?, ?, ?)",
                    article,
                    person,
                    helped);
        }
    }

    /** One of the plugin that nobody touched here makes way. */
    private static long insert(Handle handle, int verticalId, Row row, long importId) {
        handle.execute(
                "DELETE FROM article_version WHERE article_id IN (SELECT id FROM article WHERE vertical_id = ? AND article_key = ?)",
                verticalId,
                row.article());
        handle.execute("DELETE FROM article WHERE vertical_id = ? AND article_key = ?", verticalId, row.article());
        return handle.createUpdate("""
                        INSERT INTO article (vertical_id, article_key, retired, used, import_id)
                        VALUES (:vertical, :key, :retired, :used, :import)""")
                .bind("vertical", verticalId)
                .bind("key", row.article())
                .bind("retired", row.retired())
                .bind("used", row.used())
                .bind("import", importId)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new ArticlesChanged(verticalKey));
    }
}
