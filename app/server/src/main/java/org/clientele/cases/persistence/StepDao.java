package org.clientele.cases.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.clientele.cases.ComplaintPath.Done;
import org.clientele.cases.ComplaintStep;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** What was done for complaints. */
@Repository
public class StepDao {
    private final Jdbi jdbi;

    public StepDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Map<ComplaintStep, Done> of(long caseId) {
        Map<ComplaintStep, Done> steps = new EnumMap<>(ComplaintStep.class);
        jdbi.useHandle(h -> h.createQuery("""
                        SELECT s.step, s.note, u.display_name, s.done_at FROM case_step s JOIN app_user u ON u.id = s.done_by
                        WHERE s.case_id = :case""")
                .bind("case", caseId)
                .map((row, _) -> Map.entry(
                        ComplaintStep.valueOf(row.getString(1)),
                        new Done(
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant())))
                .forEach(step -> steps.put(step.getKey(), step.getValue())));
        return steps;
    }

    /** In place of what was stored of the step before. */
    public void store(long caseId, ComplaintStep step, String note, long user, Instant at) {
        jdbi.useHandle(h -> {
            h.execute("DELETE FROM case_step WHERE case_id = ? AND step = ?", caseId, step.name());
            h.execute(
                    "INSERT INTO case_step (case_id, step, note, done_by, done_at) VALUES (?, ?, ?, ?, ?)",
                    caseId,
                    step.name(),
                    note,
                    user,
                    at.atOffset(ZoneOffset.UTC));
        });
    }
}
