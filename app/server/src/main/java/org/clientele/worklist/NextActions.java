package org.clientele.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.customer.LeftOut;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What to do next for one customer, ranked: work that is open, and advice. Of advice only what staff answer is kept: accepted, put off, rejected with a
 * reason. Who wants no personal treatment gets no advice.
 */
@Service
public class NextActions {
    private final List<NextActionSource> sources;
    private final Worklist worklist;
    private final WorkNoteDao notes;
    private final OwnCustomers own;
    private final LeftOut leftOut;
    private final Rights rights;
    private final Announcements announcements;
    private final Clock clock;

    public NextActions(
            List<NextActionSource> sources,
            Worklist worklist,
            WorkNoteDao notes,
            OwnCustomers own,
            LeftOut leftOut,
            Rights rights,
            Announcements announcements,
            Clock clock) {
        this.sources = sources;
        this.worklist = worklist;
        this.notes = notes;
        this.own = own;
        this.leftOut = leftOut;
        this.rights = rights;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The events after which to ask again. */
    public Set<Class<?>> changedBy() {
        Set<Class<?>> events = new HashSet<>(worklist.changedBy());
        events.add(NextActionsChanged.class);
        return events;
    }

    /** What to do first comes first. */
    public List<RankedAction> of(Vertical vertical, long customerId, Locale locale) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, customerId);
        boolean advised = !leftOut.of(vertical).contains(customerId);
        Map<String, List<WorkNote>> answers = notes.ofCustomer(customerId).stream()
                .collect(Collectors.groupingBy(note -> note.kind() + " " + note.key()));
        List<NextAction> open = new ArrayList<>();
        for (NextActionSource source : sources) {
            for (NextAction action : source.next(vertical, customerId, locale)) {
                if (!action.kind().isAdvice()) {
                    open.add(action);
                } else if (advised) {
                    WorkItem item = action.item();
                    HandledWork handled =
                            HandledWork.by(answers.getOrDefault(item.kind() + " " + item.key(), List.of()));
                    if (!handled.finished()) {
                        open.add(action.with(answered(item, handled)));
                    }
                }
            }
        }
        return ActionRanking.rank(open, LocalDate.now(clock));
    }

    /** Advice as it stands after what was answered; who may not act on it only reads it. */
    private WorkItem answered(WorkItem item, HandledWork handled) {
        LocalDate until = handled.until();
        return new WorkItem(
                item.kind(),
                item.id(),
                item.key(),
                item.customerId(),
                item.customer(),
                until == null ? item.dueOn() : until,
                handled.owner(),
                handled.ownerName(),
                item.title(),
                item.text(),
                acts(item, handled),
                item.version());
    }

    private static Set<WorkAct.Kind> acts(WorkItem item, HandledWork handled) {
        Set<WorkAct.Kind> acts = new HashSet<>(item.acts());
        acts.remove(handled.owner() == null ? WorkAct.Kind.DONE : WorkAct.Kind.CLAIM);
        return acts;
    }

    /**
     * What staff answer: work is acted on as on the worklist, of advice the answer is kept.
     *
     * @return takes it back
     * @throws org.clientele.common.Problem when it cannot be done
     */
    @Transactional
    public Runnable answer(Vertical vertical, NextAction seen, WorkAct act) {
        if (!seen.kind().isAdvice()) {
            return worklist.act(vertical, seen.item(), act);
        }
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        worklist.check(vertical, seen.item(), act);
        long customer = seen.item().customerId();
        if (!isAsSeen(vertical, seen)) {
            throw new ConflictProblem("worklist.next.problem.changed");
        }
        long note = notes.insert(vertical.id(), seen.item(), act, rights.user().id(), clock.instant());
        announcements.publish(new NextActionsChanged(vertical.key(), customer));
        return () -> {
            notes.delete(note);
            announcements.publish(new NextActionsChanged(vertical.key(), customer));
        };
    }

    private boolean isAsSeen(Vertical vertical, NextAction seen) {
        WorkItem item = seen.item();
        return of(vertical, item.customerId(), Locale.ENGLISH).stream()
                .map(ranked -> ranked.action().item())
                .anyMatch(now -> now.kind().equals(item.kind())
                        && now.key().equals(item.key())
                        && now.dueOn().equals(item.dueOn())
                        && now.acts().equals(item.acts()));
    }
}
