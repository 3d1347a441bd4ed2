package org.clientele.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.cases.persistence.StepDao;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a complaint: apology, remedy, root cause, cost, decision. The decision comes last, and a complaint is not closed without it. */
@Service
public class ComplaintPath {
    private static final Set<ComplaintStep> BEFORE_DECISION = EnumSet.complementOf(EnumSet.of(ComplaintStep.DECISION));

    private final CaseAccess access;
    private final StepDao steps;

    ComplaintPath(CaseAccess access, StepDao steps) {
        this.access = access;
        this.steps = steps;
    }

    /**
     * A step that was done.
     *
     * @param by display name
     */
    public record Done(String note, String by, Instant at) {}

    /** What was done for the complaint, in order. */
    public Map<ComplaintStep, Done> of(String verticalKey, int number) {
        return steps.of(access.get(access.reading(verticalKey), number).id());
    }

    /**
     * Records a step, in place of what was recorded of it before.
     *
     * @param note what was done, found or decided
     * @param reason where the cause lay, with the root cause; else null
     * @param cost minor units of the vertical's currency, with the cost; else null
     */
    @Transactional
    public void record(
            String verticalKey,
            ServiceCase seen,
            ComplaintStep step,
            String note,
            @Nullable CaseReason reason,
            @Nullable Long cost) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase found = access.asSeen(vertical, seen);
        require(found, step, note, reason, cost);
        ServiceCase changed = step == ComplaintStep.ROOT_CAUSE ? found.because(reason) : found;
        access.store(step == ComplaintStep.COST ? changed.costing(cost) : changed);
        steps.store(found.id(), step, note.strip(), access.rights().user().id(), access.now());
        access.record(vertical, found, Kind.STEP, null, step.name(), note);
    }

    private void require(
            ServiceCase found, ComplaintStep step, String note, @Nullable CaseReason reason, @Nullable Long cost) {
        if (found.data().type() != CaseType.COMPLAINT) {
            throw new Problem("cases.problem.no-complaint");
        }
        if (note.isBlank()) {
            throw new Problem("cases.problem.step-note");
        }
        if (step == ComplaintStep.ROOT_CAUSE && reason == null) {
            throw new Problem("cases.problem.step-reason");
        }
        if (step == ComplaintStep.COST && (cost == null || cost < 0)) {
            throw new Problem("cases.problem.step-cost");
        }
        if (step == ComplaintStep.DECISION && !steps.of(found.id()).keySet().containsAll(BEFORE_DECISION)) {
            throw new Problem("cases.problem.step-decision");
        }
    }

    /** Fails where the case is a complaint about which nothing was decided. */
    void requireDecided(ServiceCase found) {
        if (found.data().type() == CaseType.COMPLAINT && !steps.of(found.id()).containsKey(ComplaintStep.DECISION)) {
            throw new Problem("cases.problem.undecided");
        }
    }
}
