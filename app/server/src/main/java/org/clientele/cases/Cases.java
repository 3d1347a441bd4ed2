package org.clientele.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.access.Colleagues;
import org.clientele.access.User;
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.cases.persistence.CaseDao;
import org.clientele.cases.persistence.CaseEventDao;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases and brings them from state to state, by the rules of {@link CaseState}. Whoever sees only own customers sees only their cases. */
@Service
public class Cases {
    private final CaseAccess access;
    private final CaseDao cases;
    private final CaseEventDao events;
    private final Colleagues colleagues;
    private final CaseTiers tiers;
    private final ComplaintPath complaints;

    Cases(
            CaseAccess access,
            CaseDao cases,
            CaseEventDao events,
            Colleagues colleagues,
            CaseTiers tiers,
            ComplaintPath complaints) {
        this.access = access;
        this.cases = cases;
        this.events = events;
        this.colleagues = colleagues;
        this.tiers = tiers;
        this.complaints = complaints;
    }

    /**
     * Opens a case. The same request opens one, however often it is sent.
     *
     * @param request made once per form, so that a repeated click or a retry after a lost connection does no harm
     */
    @Transactional
    public ServiceCase open(String verticalKey, long customerId, UUID request, CaseData data) {
        return open(verticalKey, customerId, request, data, access.now());
    }

    /**
     * Opens a case that the customer reported earlier; its clocks run from then on.
     *
     * @param reportedAt not in the future
     */
    @Transactional
    public ServiceCase open(String verticalKey, long customerId, UUID request, CaseData data, Instant reportedAt) {
        if (reportedAt.isAfter(access.now())) {
            throw new Problem("cases.problem.future");
        }
        Vertical vertical = access.working(verticalKey);
        access.requireCustomer(vertical, customerId);
        Optional<ServiceCase> before = cases.findByRequest(request);
        if (before.isPresent()) {
            return before.get();
        }
        requireColleague(verticalKey, data.ownerId());
        tiers.requireType(vertical, data.type());
        cases.insert(vertical.id(), customerId, access.rights().user().id(), request, data, reportedAt);
        ServiceCase opened = cases.findByRequest(request).orElseThrow();
        tiers.note(vertical, opened);
        access.record(vertical, opened, Kind.OPENED, null, opened.label(), "");
        if (data.ownerId() != null) {
            access.assigned(vertical, opened, data.ownerId());
        }
        return cases.findByRequest(request).orElseThrow();
    }

    /** The case of that number. */
    public ServiceCase get(String verticalKey, int number) {
        return access.get(access.reading(verticalKey), number);
    }

    /** The clocks of the case, as its vertical promises now. */
    public CaseClocks clocks(String verticalKey, ServiceCase one) {
        return access.clocks(access.reading(verticalKey), one);
    }

    /** What was done with the case, in order. */
    public List<CaseEvent> history(String verticalKey, int number) {
        return events.of(get(verticalKey, number).id());
    }

    /** Changes what is written of the case; each thing that changed is kept with what it was. */
    @Transactional
    public void edit(String verticalKey, ServiceCase seen, CaseData data) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase found = access.asSeen(vertical, seen);
        CaseData before = found.data();
        if (before.equals(data)) {
            return;
        }
        if (!Objects.equals(before.ownerId(), data.ownerId())) {
            requireColleague(verticalKey, data.ownerId());
        }
        access.store(found.with(data));
        noteChange(vertical, found, Kind.TYPE, before.type().name(), data.type().name());
        noteChange(
                vertical,
                found,
                Kind.PRIORITY,
                before.priority().name(),
                data.priority().name());
        noteChange(vertical, found, Kind.OWNER, found.owner(), name(verticalKey, data.ownerId()));
        if (data.ownerId() != null && !data.ownerId().equals(before.ownerId())) {
            access.assigned(vertical, found, data.ownerId());
        }
        noteChange(vertical, found, Kind.TEAM, before.team(), data.team());
        noteChange(vertical, found, Kind.TEXT, before.subject(), data.subject());
        if (!before.description().equals(data.description())) {
            access.record(vertical, found, Kind.TEXT, null, null, shortened(before.description()));
        }
    }

    /** Takes a case that nobody has, or gives it to somebody, or to nobody. */
    @Transactional
    public void assign(String verticalKey, ServiceCase seen, @Nullable Long user) {
        edit(verticalKey, seen, seen.data().ownedBy(user));
    }

    /**
     * Brings the case to another state.
     *
     * @param note how it was solved, or why it comes back; may be empty for the other states
     * @param reason where the cause lay, once it is solved; else null
     */
    @Transactional
    public void move(String verticalKey, ServiceCase seen, CaseState to, String note, @Nullable CaseReason reason) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase found = access.asSeen(vertical, seen);
        requireRules(found, to, note, reason);
        if (to == CaseState.CLOSED) {
            complaints.requireDecided(found);
        }
        access.store(found.moved(to, reason, access.now()));
        access.record(vertical, found, Kind.STATE, found.state().name(), to.name(), note);
    }

    private static void requireRules(ServiceCase found, CaseState to, String note, @Nullable CaseReason reason) {
        if (found.mergedInto() != null) {
            throw new Problem("cases.problem.merged", ServiceCase.label(found.mergedInto()));
        }
        if (!found.state().next().contains(to)) {
            throw new ConflictProblem("cases.problem.state");
        }
        if (to == CaseState.SOLVED && (note.isBlank() || reason == null)) {
            throw new Problem("cases.problem.solution");
        }
        if (to == CaseState.REOPENED && note.isBlank()) {
            throw new Problem("cases.problem.reopen");
        }
    }

    /** Notes that the customer has got a first answer; nothing where that was noted before. */
    @Transactional
    public void answered(String verticalKey, int number) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase found = access.get(vertical, number);
        if (found.answeredAt() == null) {
            access.store(found.answered(access.now()));
            access.record(vertical, found, Kind.ANSWERED, null, null, "");
        }
    }

    /** Writes a note for colleagues. */
    @Transactional
    public void note(String verticalKey, int number, String note) {
        Vertical vertical = access.working(verticalKey);
        if (note.isBlank()) {
            throw new Problem("cases.problem.note");
        }
        access.record(vertical, access.get(vertical, number), Kind.NOTE, null, null, note);
    }

    private void noteChange(
            Vertical vertical, ServiceCase about, Kind kind, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            access.record(vertical, about, kind, before, after, "");
        }
    }

    private @Nullable String name(String verticalKey, @Nullable Long user) {
        return user == null ? null : colleagues.name(verticalKey, user).orElse(null);
    }

    private void requireColleague(String verticalKey, @Nullable Long user) {
        if (user != null && colleagues.in(verticalKey).stream().map(User::id).noneMatch(user::equals)) {
            throw new Problem("cases.problem.owner");
        }
    }

    private static String shortened(String text) {
        return text.length() <= CaseEvent.NOTE_LENGTH ? text : text.substring(0, CaseEvent.NOTE_LENGTH);
    }
}
