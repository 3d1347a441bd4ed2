package org.clientele.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.persistence.DossierDao;
import org.clientele.stakeholder.persistence.PlanDao;
import org.clientele.stakeholder.persistence.StakeholderDao;
import org.clientele.worklist.WorkLoad;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open actions, reviews that are due and agreements that end, as work. Nothing is made ahead: each follows from the one row it is about, so that none comes
 * twice, on however many nodes and after whatever crash; and whoever is second to act on it is told so.
 */
@Service
public class Reminders {
    /** Later than any work. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final StakeholderDao parties;
    private final DossierDao dossiers;
    private final PlanDao plans;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Reminders(
            StakeholderDao parties,
            DossierDao dossiers,
            PlanDao plans,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.parties = parties;
        this.dossiers = dossiers;
        this.plans = plans;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** All that is due by the day, in no order. */
    public List<Reminder> until(Vertical vertical, LocalDate day) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return due(vertical, day);
    }

    /** The same for the portal's own work. */
    List<Reminder> due(Vertical vertical, LocalDate day) {
        Map<Long, Stakeholder> known = new HashMap<>();
        List<Reminder> found = new ArrayList<>();
        plans.due(vertical.id(), day)
                .forEach(one -> found.add(action(party(vertical, known, one.partyId()), one.action())));
        parties.toReview(vertical.id(), day).forEach(party -> found.add(review(party)));
        dossiers.ending(vertical.id(), day)
                .forEach(one -> found.add(agreement(party(vertical, known, one.partyId()), one.agreement())));
        return found;
    }

    /**
     * Who has how much of it: open actions whatever their day, reviews and agreements once they are due, and actions done in the last 30 days. When an
     * action was thought of is not kept, so that it is not known how long it took.
     */
    public List<WorkLoad> load(Vertical vertical, LocalDate today) {
        Map<@Nullable Long, List<LocalDate>> open = new LinkedHashMap<>();
        until(vertical, LAST).stream()
                .filter(one ->
                        one.kind() == Reminder.Kind.ACTION || !one.dueOn().isAfter(today))
                .forEach(one -> open.computeIfAbsent(one.ownerId(), person -> new ArrayList<>())
                        .add(one.dueOn()));
        Map<@Nullable Long, Long> done = plans.doneSince(vertical.id(), today.minusDays(MONTH));
        done.keySet().forEach(person -> open.computeIfAbsent(person, one -> new ArrayList<>()));
        List<WorkLoad> loads = new ArrayList<>();
        open.forEach((person, days) -> loads.add(new WorkLoad(
                person,
                days.size(),
                before(days, today),
                before(days, today.minusDays(WEEK)),
                before(days, today.minusDays(MONTH)),
                days.stream().min(Comparator.naturalOrder()).orElse(null),
                done.getOrDefault(person, 0L),
                null)));
        return loads;
    }

    private static long before(List<LocalDate> days, LocalDate day) {
        return days.stream().filter(one -> one.isBefore(day)).count();
    }

    private Stakeholder party(Vertical vertical, Map<Long, Stakeholder> known, long id) {
        return Objects.requireNonNull(known.computeIfAbsent(
                id, missing -> parties.find(vertical.id(), missing).orElseThrow()));
    }

    /** An action without an owner is of whoever looks after the party. */
    private static Reminder action(Stakeholder party, PlanAction action) {
        boolean own = action.ownerId() != null;
        return new Reminder(
                Reminder.Kind.ACTION,
                action.id(),
                party,
                action.title(),
                action.dueOn(),
                own ? action.ownerId() : party.data().ownerId(),
                own ? action.owner() : party.owner(),
                null);
    }

    private static Reminder review(Stakeholder party) {
        return new Reminder(
                Reminder.Kind.REVIEW,
                party.id(),
                party,
                "",
                Objects.requireNonNull(party.data().nextReview()),
                party.data().ownerId(),
                party.owner(),
                null);
    }

    private static Reminder agreement(Stakeholder party, Agreement agreement) {
        return new Reminder(
                Reminder.Kind.AGREEMENT,
                agreement.id(),
                party,
                agreement.title(),
                Objects.requireNonNull(agreement.remindOn()),
                party.data().ownerId(),
                party.owner(),
                agreement.endsOn());
    }

    /** The reminder of that number as it stands now; refused unless it is as it was seen. */
    public Reminder seen(Vertical vertical, long id, LocalDate dueOn, @Nullable Long ownerId) {
        return until(vertical, dueOn).stream()
                .filter(one -> one.id() == id && one.dueOn().equals(dueOn) && Objects.equals(one.ownerId(), ownerId))
                .findFirst()
                .orElseThrow(() -> new ConflictProblem("stakeholder.problem.gone"));
    }

    /**
     * It was done, or is not to be done any more. A review is done on the party's page.
     *
     * @return takes it back
     */
    @Transactional
    public Runnable end(Vertical vertical, Reminder reminder, PlanAction.State as, String note) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        long event =
                event(reminder, as == PlanAction.State.DONE ? PartyEvent.Kind.DONE : PartyEvent.Kind.DROPPED, note);
        move(vertical, reminder, as, LocalDate.now(clock));
        return () -> {
            back(vertical, reminder, as);
            dossiers.deleteEvent(event);
        };
    }

    private void move(Vertical vertical, Reminder reminder, PlanAction.State as, LocalDate today) {
        boolean moved =
                switch (reminder.kind()) {
                    case ACTION -> plans.move(reminder.rowId(), PlanAction.State.OPEN, as, today);
                    case AGREEMENT -> dossiers.remind(reminder.rowId(), reminder.dueOn(), null);
                    case REVIEW -> throw new IllegalArgumentException("A relationship is reviewed on the party's page");
                };
        Stakeholders.requireThere(moved);
        tell(vertical, reminder, as.name());
    }

    private void back(Vertical vertical, Reminder reminder, PlanAction.State as) {
        Stakeholders.requireThere(
                reminder.kind() == Reminder.Kind.ACTION
                        ? plans.move(reminder.rowId(), as, PlanAction.State.OPEN, null)
                        : dossiers.remind(reminder.rowId(), null, reminder.dueOn()));
        tell(vertical, reminder, PlanAction.State.OPEN.name());
    }

    /** @return puts it back to the day before */
    @Transactional
    public Runnable postpone(Vertical vertical, Reminder reminder, LocalDate day, String note) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        due(vertical, reminder, reminder.dueOn(), day);
        long event = event(reminder, PartyEvent.Kind.POSTPONED, note);
        return () -> {
            due(vertical, reminder, day, reminder.dueOn());
            dossiers.deleteEvent(event);
        };
    }

    private void due(Vertical vertical, Reminder reminder, LocalDate before, LocalDate day) {
        Stakeholder party = reminder.party();
        Stakeholders.requireThere(
                switch (reminder.kind()) {
                    case ACTION -> plans.postpone(reminder.rowId(), before, day);
                    case AGREEMENT -> dossiers.remind(reminder.rowId(), before, day);
                    case REVIEW -> parties.postponeReview(party.id(), before, day);
                });
        tell(vertical, reminder, day.toString());
    }

    /**
     * Hands an action to somebody else.
     *
     * @return hands it back
     */
    @Transactional
    public Runnable handOver(Vertical vertical, Reminder reminder, long person, String note) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        Stakeholders.requireThere(plans.handOver(reminder.rowId(), person));
        long event = event(reminder, PartyEvent.Kind.HANDED_OVER, note);
        tell(vertical, reminder, "user " + person);
        return () -> {
            Stakeholders.requireThere(plans.handOver(reminder.rowId(), reminder.ownerId()));
            dossiers.deleteEvent(event);
            tell(vertical, reminder, "user " + reminder.ownerId());
        };
    }

    private long event(Reminder reminder, PartyEvent.Kind kind, String note) {
        return dossiers.insert(
                reminder.party().id(), kind, clock.instant(), rights.user().id(), reminder.title(), note, null, null);
    }

    private void tell(Vertical vertical, Reminder reminder, String after) {
        parties.adopt(reminder.party().id());
        audit.record(
                "stakeholder.reminder",
                "stakeholder " + reminder.party().id(),
                reminder.kind() + " " + reminder.rowId(),
                after);
        announcements.publish(new StakeholdersChanged(vertical.key()));
    }
}
