package org.clientele.workflow.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.WorkflowEntry;
import org.clientele.workflow.WorkflowRun;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Runs of workflows and what happened in them; entries are only ever added. */
@Repository
public class WorkflowDao {
    private static final String RUN = """
            SELECT r.id, r.customer_id, r.workflow_id, r.proposed, r.run_state, r.next_step, r.version FROM workflow_run r
            """;
    private static final String INTEGRITY = "23";

    private final Jdbi jdbi;

    public WorkflowDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Begins a run and returns its id; empty when the customer has one of that workflow already. Nothing else can be done in the
     * transaction then.
     *
     * @param proposed segment proposed, or null
     * @param nextStep the first step
     */
    public Optional<Long> begin(
            int verticalId,
            long customerId,
            String workflow,
            @Nullable String proposed,
            String nextStep,
            WorkflowEntry started) {
        try {
            return Optional.of(jdbi.inTransaction(h -> {
                long id = h.createUpdate("""
                                INSERT INTO workflow_run (vertical_id, customer_id, workflow_id, open_for, proposed, run_state,
                                  next_step, started_on, last_on)
                                VALUES (:vertical, :customer, :workflow, :openFor, :proposed, 'RUNNING', :next, :day, :day)
                                """)
                        .bind("vertical", verticalId)
                        .bind("customer", customerId)
                        .bind("workflow", workflow)
                        .bind("openFor", customerId + " " + workflow)
                        .bind("proposed", proposed)
                        .bind("next", nextStep)
                        .bind("day", started.data().day())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one();
                insert(h, verticalId, id, 0, started);
                return id;
            }));
        } catch (UnableToExecuteStatementException failure) {
            if (failure.getCause() instanceof SQLException cause
                    && String.valueOf(cause.getSQLState()).startsWith(INTEGRITY)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Adds what happened to a running run.
     *
     * @param nextStep the step that waits now, or null: the run has ended
     * @return false when somebody else was faster, or the run has ended: nothing was changed
     */
    public boolean advance(
            int verticalId, WorkflowRun seen, WorkflowRun.State state, @Nullable String nextStep, WorkflowEntry entry) {
        return jdbi.inTransaction(h -> {
            int changed = h.createUpdate("""
                            UPDATE workflow_run
                            SET run_state = :state, next_step = :next, last_on = :day, version = version + 1, import_id = NULL,
                              open_for = CASE WHEN :running THEN open_for ELSE NULL END
                            WHERE id = :id AND vertical_id = :vertical AND version = :version AND run_state = 'RUNNING'
                            """)
                    .bind("state", state.name())
                    .bind("next", nextStep)
                    .bind("day", entry.data().day())
                    .bind("running", state == WorkflowRun.State.RUNNING)
                    .bind("id", seen.id())
                    .bind("vertical", verticalId)
                    .bind("version", seen.version())
                    .execute();
            if (changed == 0) {
                return false;
            }
            insert(h, verticalId, seen.id(), seen.entries().size(), entry);
            return true;
        });
    }

    private static void insert(Handle h, int verticalId, long runId, int place, WorkflowEntry entry) {
        h.createUpdate("""
                        INSERT INTO workflow_step (run_id, place, vertical_id, step_kind, step_id, happened_on, recorded_at,
                          actor_id, document, note)
                        VALUES (:run, :place, :vertical, :kind, :step, :day, :at, :actor, :document, :note)
                        """)
                .bind("run", runId)
                .bind("place", place)
                .bind("vertical", verticalId)
                .bind("kind", entry.kind().name())
                .bind("step", entry.step())
                .bind("day", entry.data().day())
                .bind("at", entry.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("actor", entry.actorId())
                .bind("document", entry.data().document())
                .bind("note", entry.data().note())
                .execute();
    }

    public Optional<WorkflowRun> find(int verticalId, long id) {
        return jdbi.withHandle(h -> runs(
                        h,
                        RUN + "WHERE r.vertical_id = :vertical AND r.id = :value",
                        "SELECT id FROM workflow_run WHERE id = :value",
                        verticalId,
                        id)
                .stream()
                .findFirst());
    }

    /** Every run of a customer, newest first. */
    public List<WorkflowRun> ofCustomer(int verticalId, long customerId) {
        return jdbi.withHandle(h -> runs(
                h,
                RUN + "WHERE r.vertical_id = :vertical AND r.customer_id = :value ORDER BY r.id DESC",
                "SELECT id FROM workflow_run WHERE customer_id = :value",
                verticalId,
                customerId));
    }

    private static List<WorkflowRun> runs(Handle h, String select, String ids, int verticalId, long value) {
        Map<Long, List<WorkflowEntry>> entries = h.createQuery("""
                        SELECT s.run_id, s.step_kind, s.step_id, s.happened_on, s.recorded_at, s.actor_id, u.display_name,
                          s.document, s.note
                        FROM workflow_step s JOIN app_user u ON u.id = s.actor_id
                        WHERE s.vertical_id = :vertical AND s.run_id IN (%s) ORDER BY s.run_id, s.place
                        """.formatted(ids))
                .bind("vertical", verticalId)
                .bind("value", value)
                .map((row, _) -> Map.entry(row.getLong("run_id"), entry(row)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return h.createQuery(select)
                .bind("vertical", verticalId)
                .bind("value", value)
                .map((row, _) -> run(row, entries.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static WorkflowRun run(ResultSet row, List<WorkflowEntry> entries) throws SQLException {
        return new WorkflowRun(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("workflow_id"),
                row.getString("proposed"),
                WorkflowRun.State.valueOf(row.getString("run_state")),
                row.getString("next_step"),
                row.getInt("version"),
                entries);
    }

    private static WorkflowEntry entry(ResultSet row) throws SQLException {
        Instant recorded = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new WorkflowEntry(
                WorkflowEntry.Kind.valueOf(row.getString("step_kind")),
                row.getString("step_id"),
                new StepNote(
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("document"),
                        row.getString("note")),
                recorded,
                row.getLong("actor_id"),
                row.getString("display_name"));
    }
}
