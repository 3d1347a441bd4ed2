package org.clientele.guide.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuideVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What consultants wrote in place of a plugin's guides: only ever added to, the newest applies. */
@Repository
public class GuideTextDao {
    private final Jdbi jdbi;

    public GuideTextDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds a version; without text the plugin's own applies again. What an import brought before it is the portal's own from now on. */
    public void add(
            int verticalId, String guide, String language, @Nullable GuideText text, String author, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            UPDATE guide_text SET import_id = NULL
                            WHERE vertical_id = :vertical AND guide_id = :guide AND language = :language
                              AND import_id IS NOT NULL""")
                    .bind("vertical", verticalId)
                    .bind("guide", guide)
                    .bind("language", language)
                    .execute();
            insert(handle, verticalId, new Wording(guide, language, text, author, now), null);
        });
    }

    /** Adds versions that an import brings back. */
    void restore(int verticalId, List<Wording> wordings, long importId) {
        jdbi.useHandle(handle -> wordings.forEach(wording -> insert(handle, verticalId, wording, importId)));
    }

    private static void insert(Handle handle, int verticalId, Wording wording, @Nullable Long importId) {
        GuideText text = wording.text();
        handle.createUpdate("""
                        INSERT INTO guide_text (vertical_id, guide_id, language, signs, advice, author, written_at, import_id)
                        VALUES (:vertical, :guide, :language, :signs, :advice, :author, :at, :import)""")
                .bind("vertical", verticalId)
                .bind("guide", wording.guide())
                .bind("language", wording.language())
                .bind("signs", text == null ? null : text.signs())
                .bind("advice", text == null ? null : text.advice())
                .bind("author", wording.author())
                .bind("at", wording.writtenAt().atOffset(ZoneOffset.UTC))
                .bind("import", importId)
                .execute();
    }

    /** The texts that apply in a language by guide; guides without one say what the plugin says. */
    public Map<String, GuideText> current(int verticalId, String language) {
        return jdbi.withHandle(handle -> {
            Map<String, GuideText> texts = new HashMap<>();
            handle.createQuery("""
                            SELECT guide_id, signs, advice FROM guide_text
                            WHERE id IN (
                              SELECT max(id) FROM guide_text WHERE vertical_id = :vertical AND language = :language GROUP BY guide_id)
                              AND signs IS NOT NULL""")
                    .bind("vertical", verticalId)
                    .bind("language", language)
                    .map((row, context) -> Map.entry(
                            row.getString("guide_id"), new GuideText(row.getString("signs"), row.getString("advice"))))
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
            return texts;
        });
    }

    /**
     * A version of a guide's text in a language.
     *
     * @param author login of whoever wrote it
     * @param text what was written, or null: the plugin's text again
     */
    record Wording(String guide, String language, @Nullable GuideText text, String author, Instant writtenAt) {}

    /** All versions of all guides, in the order in which they were written. */
    List<Wording> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT guide_id, language, signs, advice, author, written_at FROM guide_text
                        WHERE vertical_id = :vertical ORDER BY id""")
                .bind("vertical", verticalId)
                .map((row, context) -> new Wording(
                        row.getString("guide_id"),
                        row.getString("language"),
                        text(row),
                        row.getString("author"),
                        writtenAt(row)))
                .list());
    }

    /** All versions of a guide's text, the newest first. */
    public List<GuideVersion> history(int verticalId, String guide, String language) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT g.signs, g.advice, coalesce(u.display_name, g.author) AS person, g.written_at
                        FROM guide_text g LEFT JOIN app_user u ON u.login = g.author
                        WHERE g.vertical_id = :vertical AND g.guide_id = :guide AND g.language = :language
                        ORDER BY g.id DESC""")
                .bind("vertical", verticalId)
                .bind("guide", guide)
                .bind("language", language)
                .map((row, context) -> version(row))
                .list());
    }

    private static GuideVersion version(ResultSet row) throws SQLException {
        return new GuideVersion(writtenAt(row), row.getString("person"), text(row));
    }

    private static Instant writtenAt(ResultSet row) throws SQLException {
        return row.getObject("written_at", OffsetDateTime.class).toInstant();
    }

    private static @Nullable GuideText text(ResultSet row) throws SQLException {
        String signs = row.getString("signs");
        return signs == null ? null : new GuideText(signs, row.getString("advice"));
    }
}
