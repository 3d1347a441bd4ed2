package org.clientele.survey;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.customer.OwnCustomers;
import org.clientele.notification.Notice;
import org.clientele.plugin.Vertical;
import org.clientele.survey.persistence.UnhappyDao;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Detractors and dissatisfied customers: somebody comes back to them by the next day, first of all whoever looks after them. */
@Service
public class UnhappyCustomers {
    private final UnhappyDao unhappy;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public UnhappyCustomers(
            UnhappyDao unhappy,
            OwnCustomers own,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.unhappy = unhappy;
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Open ones, the earliest first. */
    public List<UnhappyCustomer> open(Vertical vertical, WorkQuery asked, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return unhappy.open(vertical.id(), asked, rights.onlyOwner(vertical.key()), limit);
    }

    /** How many are open, counted no further than {@code most}. */
    public int count(Vertical vertical, WorkQuery asked, int most) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return unhappy.count(vertical.id(), asked, rights.onlyOwner(vertical.key()), most);
    }

    /** The open ones of a customer, the earliest first. */
    public List<UnhappyCustomer> ofCustomer(Vertical vertical, long customerId) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, customerId);
        return unhappy.ofCustomer(vertical.id(), customerId);
    }

    /** Who has how many. */
    public List<WorkLoad> load(Vertical vertical, LocalDate today) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        return unhappy.load(vertical.id(), today);
    }

    public UnhappyCustomer get(Vertical vertical, long id) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        UnhappyCustomer found =
                unhappy.find(vertical.id(), id).orElseThrow(() -> new ConflictProblem("survey.problem.work"));
        own.require(vertical, found.invitation().customerId());
        return found;
    }

    /** Marks it done, or open again. */
    @Transactional
    public void finish(Vertical vertical, UnhappyCustomer seen, boolean done) {
        change(vertical, seen, seen.dueOn(), seen.ownerId(), done ? clock.instant() : null);
    }

    /** Moves it to another day. */
    @Transactional
    public void postpone(Vertical vertical, UnhappyCustomer seen, LocalDate day) {
        change(vertical, seen, day, seen.ownerId(), null);
    }

    /** Has somebody come back to the customer; the caller has seen that the person works in the vertical. */
    @Transactional
    public void assign(Vertical vertical, UnhappyCustomer seen, @Nullable Long person) {
        change(vertical, seen, seen.dueOn(), person, null);
        if (person != null) {
            String event = "unhappy %d %d".formatted(seen.invitation().id(), seen.version());
            announcements.publish(Notice.handedOver(
                    vertical.key(),
                    seen.invitation().customerId(),
                    event,
                    person,
                    rights.user().id()));
        }
    }

    private void change(
            Vertical vertical, UnhappyCustomer seen, LocalDate day, @Nullable Long owner, @Nullable Instant doneAt) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        long id = seen.invitation().id();
        long customer = get(vertical, id).invitation().customerId();
        if (!unhappy.update(id, seen.version(), day, owner, doneAt)) {
            throw new ConflictProblem("survey.problem.work");
        }
        audit.record(
                "survey.work",
                "customer " + customer,
                "due " + seen.dueOn() + ", user " + seen.ownerId() + ", done " + seen.done(),
                "due " + day + ", user " + owner + ", done " + (doneAt != null));
        announcements.publish(new SurveysChanged(vertical.key(), Set.of(customer)));
    }
}
