package org.clientele.cases.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** What belongs to cases: contacts, watchers, other cases. */
@Repository
public class CaseLinkDao {
    private final Jdbi jdbi;

    public CaseLinkDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when it was linked already. */
    public boolean linkContact(long caseId, long interactionId) {
        return insert("case_interaction", "interaction_id", caseId, interactionId);
    }

    /** The ids of the contacts. */
    public List<Long> contacts(long caseId) {
        return others("case_interaction", "interaction_id", caseId);
    }

    public void watch(long caseId, long userId) {
        insert("case_watcher", "user_id", caseId, userId);
    }

    public void unwatch(long caseId, long userId) {
        delete("case_watcher", "user_id", caseId, userId);
    }

    /** Names of who watches, by id of the user, in the order of the names. */
    public Map<Long, String> watchers(long caseId) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT u.id, u.display_name FROM case_watcher w JOIN app_user u ON u.id = w.user_id
                        WHERE w.case_id = :case ORDER BY u.display_name, u.id""").bind("case", caseId).reduceRows(new LinkedHashMap<>(), (watchers, row) -> {
                    watchers.put(row.getColumn(1, Long.class), row.getColumn(2, String.class));
                    return watchers;
                }));
    }

    /** Relates two cases, in both directions; false when they were related. */
    public boolean relate(long one, long other) {
        insert("case_relation", "related_id", other, one);
        return insert("case_relation", "related_id", one, other);
    }

    public void unrelate(long one, long other) {
        delete("case_relation", "related_id", one, other);
        delete("case_relation", "related_id", other, one);
    }

    /** The ids of the related cases. */
    public List<Long> related(long caseId) {
        return others("case_relation", "related_id", caseId);
    }

    /** Gives one case what belongs to another: contacts, watchers, files. */
    public void moveAll(long from, long to) {
        jdbi.useHandle(h -> {
            others("case_interaction", "interaction_id", from)
                    .forEach(contact -> insert("case_interaction", "interaction_id", to, contact));
            watchers(from).keySet().forEach(user -> insert("case_watcher", "user_id", to, user));
            h.execute("UPDATE case_attachment SET case_id = ? WHERE case_id = ?", to, from);
        });
    }

    private List<Long> others(String table, String column, long caseId) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT %s FROM %s WHERE case_id = :case ORDER BY 1".formatted(column, table))
                        .bind("case", caseId)
                        .mapTo(Long.class)
                        .list());
    }

    /** Locked by the case's own row, which every change updates, so that nobody else inserts the same meanwhile. */
    private boolean insert(String table, String column, long caseId, long other) {
        return jdbi.withHandle(h -> h.createUpdate("""
                                INSERT INTO %1$s (case_id, %2$s) SELECT s.id, CAST(:other AS BIGINT) FROM service_case s
                                WHERE s.id = :case
                                  AND NOT EXISTS (SELECT 1 FROM %1$s x WHERE x.case_id = :case AND x.%2$s = :other)
                                """.formatted(table, column))
                        .bind("case", caseId)
                        .bind("other", other)
                        .execute()
                > 0);
    }

    private void delete(String table, String column, long caseId, long other) {
        jdbi.useHandle(
                h -> h.execute("DELETE FROM %s WHERE case_id = ? AND %s = ?".formatted(table, column), caseId, other));
    }
}
