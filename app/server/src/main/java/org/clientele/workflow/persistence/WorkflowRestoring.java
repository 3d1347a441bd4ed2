package org.clientele.workflow.persistence;

import static org.clientele.workflow.persistence.WorkflowColumns.ACTOR;
import static org.clientele.workflow.persistence.WorkflowColumns.CUSTOMER;
import static org.clientele.workflow.persistence.WorkflowColumns.DAY;
import static org.clientele.workflow.persistence.WorkflowColumns.DOCUMENT;
import static org.clientele.workflow.persistence.WorkflowColumns.KIND;
import static org.clientele.workflow.persistence.WorkflowColumns.NEXT_STEP;
import static org.clientele.workflow.persistence.WorkflowColumns.NOTE;
import static org.clientele.workflow.persistence.WorkflowColumns.PLACE;
import static org.clientele.workflow.persistence.WorkflowColumns.PROPOSED;
import static org.clientele.workflow.persistence.WorkflowColumns.RECORD;
import static org.clientele.workflow.persistence.WorkflowColumns.RECORDED;
import static org.clientele.workflow.persistence.WorkflowColumns.STATE;
import static org.clientele.workflow.persistence.WorkflowColumns.STEP;
import static org.clientele.workflow.persistence.WorkflowColumns.WORKFLOW;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.WorkflowEntry;
import org.clientele.workflow.WorkflowRun.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Brings workflows back with all that happened in them; those that are here stay as they are. */
final class WorkflowRestoring extends RowsOfRecords {
    private static final int ID_LENGTH = 40;

    private final Jdbi jdbi;
    private final int verticalId;
    private final KnownNames known;
    private final Set<String> here;
    private final Set<String> running;
    private final List<Step> steps = new ArrayList<>();
    private Run run = new Run(0, "", "", null, State.DONE, null);
    private int next;

    /**
     * @param here what the portal has; added to
     * @param running customers and workflows that run; added to
     */
    WorkflowRestoring(Jdbi jdbi, int verticalId, KnownNames known, Set<String> here, Set<String> running) {
        super(RECORD);
        this.jdbi = jdbi;
        this.verticalId = verticalId;
        this.known = known;
        this.here = here;
        this.running = running;
    }

    /** A run, which gets its number when it is stored. */
    private static final class Run {
        private final long customer;
        private final String workflow;
        private final String openFor;
        private final @Nullable String proposed;
        private final State state;
        private final @Nullable String nextStep;
        private long id;

        Run(
                long customer,
                String workflow,
                String openFor,
                @Nullable String proposed,
                State state,
                @Nullable String nextStep) {
            this.customer = customer;
            this.workflow = workflow;
            this.openFor = openFor;
            this.proposed = proposed;
            this.state = state;
            this.nextStep = nextStep;
        }

        boolean isOpen() {
            return state == State.RUNNING;
        }
    }

    private record Step(
            Run run,
            int place,
            WorkflowEntry.Kind kind,
            @Nullable String step,
            LocalDate day,
            Instant recorded,
            long actor,
            String document,
            String note) {}

    @Override
    protected boolean isFirst(RecordRow row) throws UnfitRowException {
        return row.number(PLACE) == 0;
    }

    @Override
    protected boolean first(String id, RecordRow row) throws UnfitRowException {
        long customer = known.customer(row, CUSTOMER);
        String workflow = row.required(WORKFLOW, ID_LENGTH);
        if (!id.equals(WorkflowRecords.record(row.text(CUSTOMER), workflow, row.time(RECORDED)))) {
            throw row.unfit(RECORD, Cause.NOT_AS_WRITTEN);
        }
        if (here.contains(id)) {
            return false;
        }
        Run begun = new Run(
                customer,
                workflow,
                customer + " " + workflow,
                row.textOrNull(PROPOSED, ID_LENGTH),
                row.choice(STATE, State.class),
                row.textOrNull(NEXT_STEP, ID_LENGTH));
        if (begun.isOpen() && running.contains(begun.openFor)) {
            throw row.unfit(WORKFLOW, Cause.TAKEN);
        }
        add(begun, row, 0);
        here.add(id);
        if (begun.isOpen()) {
            running.add(begun.openFor);
        }
        return true;
    }

    @Override
    protected void next(RecordRow row) throws UnfitRowException {
        if (row.number(PLACE) != next) {
            throw row.unfit(PLACE, Cause.NOT_AS_WRITTEN);
        }
        add(run, row, next);
    }

    private void add(Run of, RecordRow row, int place) throws UnfitRowException {
        steps.add(new Step(
                of,
                place,
                row.choice(KIND, WorkflowEntry.Kind.class),
                row.textOrNull(STEP, ID_LENGTH),
                row.day(DAY),
                row.time(RECORDED),
                known.person(row, ACTOR),
                row.text(DOCUMENT, StepNote.DOCUMENT_LENGTH),
                row.text(NOTE, StepNote.NOTE_LENGTH)));
        run = of;
        next = place + 1;
    }

    @Override
    public void flush(@Nullable Long importId) {
        if (importId != null) {
            jdbi.useHandle(handle -> steps.forEach(step -> store(handle, step, importId)));
        }
        steps.clear();
    }

    private void store(Handle handle, Step step, long importId) {
        if (step.place() == 0) {
            step.run().id = begin(handle, step, importId);
        } else {
            handle.createUpdate("UPDATE workflow_run SET last_on = :day, version = :version WHERE id = :id")
                    .bind("day", step.day())
                    .bind("version", step.place())
                    .bind("id", step.run().id)
                    .execute();
        }
        handle.createUpdate("""
                        INSERT INTO workflow_step (run_id, place, vertical_id, step_kind, step_id, happened_on, recorded_at,
                          actor_id, document, note)
                        VALUES (:run, :place, :vertical, :kind, :step, :day, :at, :actor, :document, :note)
                        """)
                .bind("run", step.run().id)
                .bind("place", step.place())
                .bind("vertical", verticalId)
                .bind("kind", step.kind().name())
                .bind("step", step.step())
                .bind("day", step.day())
                .bind("at", step.recorded().atOffset(ZoneOffset.UTC))
                .bind("actor", step.actor())
                .bind("document", step.document())
                .bind("note", step.note())
                .execute();
    }

    private long begin(Handle handle, Step start, long importId) {
        Run begun = start.run();
        return handle.createUpdate("""
                        INSERT INTO workflow_run (vertical_id, customer_id, workflow_id, open_for, proposed, run_state, next_step,
                          started_on, last_on, import_id)
                        VALUES (:vertical, :customer, :workflow, :openFor, :proposed, :state, :next, :day, :day, :import)
                        """)
                .bind("vertical", verticalId)
                .bind("customer", begun.customer)
                .bind("workflow", begun.workflow)
                .bind("openFor", begun.isOpen() ? begun.openFor : null)
                .bind("proposed", begun.proposed)
                .bind("state", begun.state.name())
                .bind("next", begun.nextStep)
                .bind("day", start.day())
                .bind("import", importId)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
