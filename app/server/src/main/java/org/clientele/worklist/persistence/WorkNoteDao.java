package org.clientele.worklist.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.clientele.worklist.PlayAnswers;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.clientele.worklist.WorkNote;
import org.clientele.worklist.WorkOutcome;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Notes on work. */
@Repository
public class WorkNoteDao {
    private static final String SELECT = """
            SELECT n.id, n.customer_id, n.kind, n.item_key, n.author_id, a.display_name AS author, n.written_at, n.act, n.outcome, n.person_id,
              p.display_name AS person, n.until_day, n.note
            FROM work_note n JOIN app_user a ON a.id = n.author_id LEFT JOIN app_user p ON p.id = n.person_id
            """;

    private final Jdbi jdbi;

    public WorkNoteDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A note's number. */
    public long insert(int verticalId, WorkItem item, WorkAct act, long author, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO work_note (vertical_id, customer_id, kind, item_key, author_id, written_at, act, outcome, person_id,
                          until_day, note)
                        VALUES (:vertical, :customer, :kind, :key, :author, :at, :act, :outcome, :person, :day, :note)""")
                .bind("vertical", verticalId)
                .bind("customer", item.customerId())
                .bind("kind", item.kind())
                .bind("key", item.key())
                .bind("author", author)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("act", act.kind().name())
                .bind(
                        "outcome",
                        act instanceof WorkAct.Done done ? done.outcome().name() : null)
                .bind("person", act instanceof WorkAct.HandOver over ? (Long) over.person() : null)
                .bind("day", act instanceof WorkAct.Postpone postpone ? postpone.day() : null)
                .bind("note", act.note())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    public void delete(long id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM work_note WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** The notes on a piece of work, newest first. */
    public List<WorkNote> on(WorkItem item) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE n.customer_id = :customer AND n.kind = :kind AND n.item_key = :key ORDER BY n.id DESC""")
                .bind("customer", item.customerId())
                .bind("kind", item.kind())
                .bind("key", item.key())
                .map((row, context) -> read(row))
                .list());
    }

    /** The notes on work of a kind written since, oldest first. */
    public List<WorkNote> since(int verticalId, String kind, Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE n.vertical_id = :vertical AND n.kind = :kind AND n.written_at >= :from ORDER BY n.id""")
                .bind("vertical", verticalId)
                .bind("kind", kind)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .map((row, context) -> read(row))
                .list());
    }

    /** The notes on all work for a customer, oldest first. */
    public List<WorkNote> ofCustomer(long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE n.customer_id = :customer ORDER BY n.id")
                .bind("customer", customerId)
                .map((row, context) -> read(row))
                .list());
    }

    /** How work of one key was answered. */
    public record Answered(String key, PlayAnswers answers) {}

    /**
     * How work was answered whose key begins so; a key may come several times.
     *
     * @param kinds of the work
     */
    public List<Answered> answers(int verticalId, Collection<String> kinds, String prefix) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT item_key, answer, count(DISTINCT customer_id) AS customers FROM (
                          SELECT item_key, customer_id, CASE act WHEN 'CLAIM' THEN 'DONE' ELSE act END AS answer FROM work_note
                          WHERE vertical_id = :vertical AND kind IN (<kinds>) AND act <> 'HAND_OVER' AND item_key LIKE :prefix) answered
                        GROUP BY item_key, answer""")
                .bind("vertical", verticalId)
                .bindList("kinds", List.copyOf(kinds))
                .bind("prefix", prefix + "%")
                .map((row, context) -> new Answered(
                        row.getString("item_key"),
                        answers(WorkAct.Kind.valueOf(row.getString("answer").strip()), row.getInt("customers"))))
                .filter(answered -> answered.key().startsWith(prefix))
                .list());
    }

    private static PlayAnswers answers(WorkAct.Kind act, int customers) {
        return switch (act) {
            case CLAIM, DONE -> new PlayAnswers(customers, 0, 0);
            case POSTPONE -> new PlayAnswers(0, customers, 0);
            case SKIP -> new PlayAnswers(0, 0, customers);
            case HAND_OVER -> PlayAnswers.NONE;
        };
    }

    private static WorkNote read(ResultSet row) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        return new WorkNote(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("kind"),
                row.getString("item_key"),
                row.getLong("author_id"),
                row.getString("author"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                WorkAct.Kind.valueOf(row.getString("act")),
                outcome == null ? null : WorkOutcome.valueOf(outcome),
                row.getObject("person_id", Long.class),
                row.getString("person"),
                row.getObject("until_day", LocalDate.class),
                row.getString("note"));
    }
}
