package org.clientele.cases.persistence;

import static org.clientele.cases.persistence.CaseColumns.RECORD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.cases.CaseData;
import org.clientele.cases.CaseEvent;
import org.clientele.cases.CasePriority;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.cases.ComplaintStep;
import org.clientele.cases.persistence.CaseColumns.Part;
import org.clientele.common.Problem;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RowsOfRecords;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Brings cases back; those that are here stay as they are. */
final class CaseRestoring extends RowsOfRecords {
    private static final int TIER_LENGTH = 40;
    private static final int KEY_LENGTH = 36;
    private static final int CHANGE_LENGTH = 200;

    private final Jdbi jdbi;
    private final CaseDao dao;
    private final int verticalId;
    private final KnownNames known;
    private final Set<String> here;
    private final Set<String> numbers;
    private final List<Found> cases = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    /**
     * @param here keys of the cases that the portal has; added to
     * @param numbers of the vertical's cases; added to
     */
    CaseRestoring(Jdbi jdbi, CaseDao dao, int verticalId, KnownNames known, Set<String> here, Set<String> numbers) {
        super(RECORD);
        this.jdbi = jdbi;
        this.dao = dao;
        this.verticalId = verticalId;
        this.known = known;
        this.here = here;
        this.numbers = numbers;
    }

    private record Found(
            String key,
            int number,
            long customer,
            CaseData data,
            CaseState state,
            @Nullable CaseReason reason,
            long opener,
            Instant opened,
            @Nullable Instant answered,
            @Nullable Instant solved,
            @Nullable LocalDate due,
            @Nullable String tier,
            @Nullable Long cost) {}

    private record Event(
            String key,
            CaseEvent.Kind kind,
            Instant at,
            @Nullable Long actor,
            @Nullable String before,
            @Nullable String after,
            String note) {}

    private record Step(String key, ComplaintStep step, String note, long person, Instant at) {}

    private record Link(String key, Part part, @Nullable Long person, String other) {}

    @Override
    protected boolean isFirst(RecordRow row) throws UnfitRowException {
        return row.choice(CaseColumns.PART, Part.class) == Part.CASE;
    }

    @Override
    protected boolean first(String id, RecordRow row) throws UnfitRowException {
        String key = row.required(RECORD, KEY_LENGTH);
        if (here.contains(key)) {
            return false;
        }
        int number = row.number(CaseColumns.NUMBER);
        if (numbers.contains(String.valueOf(number))) {
            throw row.unfit(CaseColumns.NUMBER, Cause.NOT_AS_WRITTEN);
        }
        cases.add(new Found(
                key,
                number,
                known.customer(row, CaseColumns.CUSTOMER),
                data(row),
                row.choice(CaseColumns.STATE, CaseState.class),
                row.orNull(CaseColumns.REASON, column -> row.choice(column, CaseReason.class)),
                known.person(row, CaseColumns.OPENED_BY),
                row.time(CaseColumns.TIME),
                row.orNull(CaseColumns.ANSWERED, row::time),
                row.orNull(CaseColumns.SOLVED, row::time),
                row.orNull(CaseColumns.DUE, row::day),
                row.textOrNull(CaseColumns.TIER, TIER_LENGTH),
                row.orNull(CaseColumns.COST, row::whole)));
        here.add(key);
        numbers.add(String.valueOf(number));
        return true;
    }

    private CaseData data(RecordRow row) throws UnfitRowException {
        try {
            return new CaseData(
                    row.choice(CaseColumns.TYPE, CaseType.class),
                    row.text(CaseColumns.SUBJECT),
                    row.text(CaseColumns.TEXT, CaseData.DESCRIPTION_LENGTH),
                    row.choice(CaseColumns.PRIORITY, CasePriority.class),
                    row.orNull(CaseColumns.PERSON, column -> known.person(row, column)),
                    row.textOrNull(CaseColumns.TEAM, CaseData.TEAM_LENGTH));
        } catch (Problem refused) {
            throw row.unfit(CaseColumns.SUBJECT, Cause.NOT_AS_WRITTEN);
        }
    }

    @Override
    protected void next(RecordRow row) throws UnfitRowException {
        Part part = row.choice(CaseColumns.PART, Part.class);
        Long person = row.orNull(CaseColumns.PERSON, column -> known.person(row, column));
        if (part == Part.EVENT) {
            events.add(new Event(
                    row.text(RECORD),
                    row.choice(CaseColumns.STATE, CaseEvent.Kind.class),
                    row.time(CaseColumns.TIME),
                    person,
                    row.textOrNull(CaseColumns.BEFORE, CHANGE_LENGTH),
                    row.textOrNull(CaseColumns.AFTER, CHANGE_LENGTH),
                    row.text(CaseColumns.TEXT, CaseEvent.NOTE_LENGTH)));
        } else if (part == Part.STEP) {
            steps.add(new Step(
                    row.text(RECORD),
                    row.choice(CaseColumns.STATE, ComplaintStep.class),
                    row.text(CaseColumns.TEXT, CaseEvent.NOTE_LENGTH),
                    known.person(row, CaseColumns.PERSON),
                    row.time(CaseColumns.TIME)));
        } else {
            links.add(new Link(row.text(RECORD), part, person, other(row, part)));
        }
    }

    private static String other(RecordRow row, Part part) throws UnfitRowException {
        return switch (part) {
            case RELATED, MERGED, TOOK_IN -> String.valueOf(row.number(CaseColumns.OTHER));
            case CONTACT -> row.required(CaseColumns.OTHER, KEY_LENGTH);
            case CASE, EVENT, STEP, WATCHER -> "";
        };
    }

    @Override
    public void flush(@Nullable Long importId) {
        if (importId != null && !cases.isEmpty()) {
            jdbi.useHandle(handle -> {
                storeCases(handle, importId);
                keepNumbers(handle);
            });
        }
        if (importId != null) {
            jdbi.useHandle(handle -> {
                storeEvents(handle);
                steps.forEach(step -> store(handle, step));
                links.forEach(link -> store(handle, link));
            });
        }
        cases.clear();
        events.clear();
        steps.clear();
        links.clear();
    }

    private void storeCases(Handle handle, long importId) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO service_case (request_key, vertical_id, case_number, customer_id, case_type, subject, description, priority,
                  owner_id, team, case_state, is_open, reason, opened_by, opened_at, answered_at, solved_at, due_on, tier, cost_minor, look_at, import_id)
                VALUES (:key, :vertical, :number, :customer, :type, :subject, :description, :priority,
                  :owner, :team, :state, :open, :reason, :opener, :opened, :answered, :solved, :due, :tier, :cost, :look, :import)
                """);
        cases.forEach(found -> CaseDao.bind(batch, found.data())
                .bind("key", found.key())
                .bind("vertical", verticalId)
                .bind("number", found.number())
                .bind("customer", found.customer())
                .bind("state", found.state().name())
                .bind("open", found.state().isOpen())
                .bind("reason", CaseDao.name(found.reason()))
                .bind("opener", found.opener())
                .bind("opened", CaseDao.at(found.opened()))
                .bind("answered", CaseDao.at(found.answered()))
                .bind("solved", CaseDao.at(found.solved()))
                .bind("due", found.due())
                .bind("tier", found.tier())
                .bind("cost", found.cost())
                .bind("look", found.state().isOpen() ? CaseDao.at(found.opened()) : null)
                .bind("import", importId)
                .add());
        batch.execute();
    }

    /** No number that was brought back is given again. */
    private void keepNumbers(Handle handle) {
        dao.nextNumber(verticalId);
        handle.execute(
                "UPDATE case_number SET last_number = (SELECT max(case_number) FROM service_case WHERE vertical_id = ?)"
                        + " WHERE vertical_id = ? AND last_number < (SELECT max(case_number) FROM service_case WHERE vertical_id = ?)",
                verticalId,
                verticalId,
                verticalId);
    }

    private void storeEvents(Handle handle) {
        if (events.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO case_event (case_id, happened_at, actor_id, event_kind, before_state, after_state, note)
                VALUES ((SELECT id FROM service_case WHERE request_key = :key), :at, :actor, :kind, :before, :after, :note)
                """);
        events.forEach(event -> batch.bind("key", event.key())
                .bind("at", CaseDao.at(event.at()))
                .bind("actor", event.actor())
                .bind("kind", event.kind().name())
                .bind("before", event.before())
                .bind("after", event.after())
                .bind("note", event.note())
                .add());
        batch.execute();
    }

    private static void store(Handle handle, Step step) {
        handle.execute(
                "INSERT INTO case_step (case_id, step, note, done_by, done_at)"
                        + " SELECT id, ?, ?, CAST(? AS BIGINT), CAST(? AS TIMESTAMP WITH TIME ZONE) FROM service_case WHERE request_key = ?",
                step.step().name(),
                step.note(),
                step.person(),
                CaseDao.at(step.at()),
                step.key());
    }

    /** What it points to may be gone; then there is nothing to store. */
    private void store(Handle handle, Link link) {
        String sql =
                switch (link.part()) {
                    case CONTACT -> """
                        INSERT INTO case_interaction (case_id, interaction_id) SELECT s.id, i.id FROM service_case s, interaction i
                        WHERE s.request_key = :key AND i.request_key = :other AND i.customer_id = s.customer_id""";
                    case WATCHER -> """
                        INSERT INTO case_watcher (case_id, user_id) SELECT s.id, u.id FROM service_case s, app_user u
                        WHERE s.request_key = :key AND u.id = :person""";
                    case RELATED -> """
                        INSERT INTO case_relation (case_id, related_id)
                        SELECT s.id, r.id FROM service_case s, service_case r
                        WHERE s.request_key = :key AND r.vertical_id = s.vertical_id AND r.case_number = CAST(:other AS INTEGER)
                        UNION ALL SELECT r.id, s.id FROM service_case s, service_case r
                        WHERE s.request_key = :key AND r.vertical_id = s.vertical_id AND r.case_number = CAST(:other AS INTEGER)""";
                    case MERGED -> merging("request_key = :key", "case_number = CAST(:other AS INTEGER)");
                    case TOOK_IN -> merging("case_number = CAST(:other AS INTEGER)", "request_key = :key");
                    case CASE, EVENT, STEP -> throw new IllegalArgumentException(link.toString());
                };
        var update = handle.createUpdate(sql).bind("key", link.key());
        if (sql.contains(":other")) {
            update.bind("other", link.other());
        }
        if (sql.contains(":person")) {
            update.bind("person", link.person());
        }
        update.execute();
    }

    private String merging(String from, String into) {
        return """
                UPDATE service_case SET merged_into = (SELECT m.id FROM service_case m WHERE m.vertical_id = %1$d AND m.%2$s)
                WHERE vertical_id = %1$d AND %3$s""".formatted(verticalId, into, from);
    }
}
