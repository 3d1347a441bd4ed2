package org.clientele.interaction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.customer.OwnCustomers;
import org.clientele.interaction.persistence.InteractionDao;
import org.clientele.notification.Notice;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down contacts with customers and keeps what they ask to come back to. What is acknowledged is on disk. */
@Service
public class InteractionService {
    private final InteractionDao interactions;
    private final Verticals verticals;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    InteractionService(
            InteractionDao interactions,
            Verticals verticals,
            OwnCustomers own,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.interactions = interactions;
        this.verticals = verticals;
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Logs a contact. The same request logs once, however often it is sent.
     *
     * @param request made once per composer, so that a repeated click or a retry after a lost connection does no harm
     */
    @Transactional
    public Interaction log(String verticalKey, long customerId, UUID request, InteractionData data) {
        Vertical vertical = permitted(verticalKey, Permission.LOG_INTERACTION);
        requireCustomer(vertical, customerId);
        return interactions.findByRequest(request).orElseGet(() -> {
            long id =
                    interactions.insert(vertical.id(), customerId, rights.user().id(), request, data);
            audit.record("interaction.log", "interaction " + id, null, "customer " + customerId);
            announcements.publish(new InteractionsChanged(verticalKey, customerId));
            return interactions.get(vertical.id(), id);
        });
    }

    /**
     * Logs a contact with what follows from it: a problem with that leaves nothing of either.
     *
     * @param following what else is to be done with the contact, in the same transaction
     */
    @Transactional
    public Interaction log(
            String verticalKey, long customerId, UUID request, InteractionData data, Consumer<Interaction> following) {
        Interaction logged = log(verticalKey, customerId, request, data);
        following.accept(logged);
        return logged;
    }

    /** Changes what was written; what it said before is kept. */
    @Transactional
    public Interaction edit(String verticalKey, long id, int version, InteractionData data) {
        Vertical vertical = permitted(verticalKey, Permission.LOG_INTERACTION);
        Interaction before = find(vertical, id);
        if (before.data().equals(data)) {
            return before;
        }
        if (!interactions.update(id, version, data)) {
            throw new ConflictProblem("interaction.problem.conflict");
        }
        interactions.insertRevision(before, rights.user().id(), clock.instant());
        audit.record("interaction.edit", "interaction " + id, "version " + version, "version " + (version + 1));
        announcements.publish(new InteractionsChanged(verticalKey, before.customerId()));
        return interactions.get(vertical.id(), id);
    }

    /** What the interaction said before each edit, newest first. */
    public List<Revision> history(String verticalKey, long id) {
        Vertical vertical = permitted(verticalKey, Permission.VIEW_PORTAL);
        find(vertical, id);
        return interactions.revisions(id);
    }

    /** The customer's contacts, newest first. */
    public List<Interaction> ofCustomer(String verticalKey, long customerId, int limit) {
        Vertical vertical = permitted(verticalKey, Permission.VIEW_PORTAL);
        own.require(vertical, customerId);
        return interactions.ofCustomer(vertical.id(), customerId, limit);
    }

    /** The interaction of that number. */
    public Interaction get(String verticalKey, long id) {
        return find(permitted(verticalKey, Permission.VIEW_PORTAL), id);
    }

    /** The interactions of these numbers, in no particular order; those that do not exist any more are left out. */
    public List<Interaction> all(String verticalKey, Set<Long> ids) {
        Vertical vertical = permitted(verticalKey, Permission.VIEW_PORTAL);
        return ids.isEmpty() ? List.of() : interactions.all(vertical.id(), ids, rights.onlyOwner(verticalKey));
    }

    /** Marks a follow-up done. */
    @Transactional
    public void completeFollowUp(String verticalKey, long id) {
        Vertical vertical = permitted(verticalKey, Permission.LOG_INTERACTION);
        Interaction interaction = find(vertical, id);
        interactions.setFollowUpDone(id, clock.instant(), rights.user().id());
        changedFollowUp(verticalKey, interaction, "done");
    }

    /** Takes back that a follow-up was done. */
    @Transactional
    public void reopenFollowUp(String verticalKey, long id) {
        Vertical vertical = permitted(verticalKey, Permission.LOG_INTERACTION);
        Interaction interaction = find(vertical, id);
        interactions.setFollowUpDone(id, null, null);
        changedFollowUp(verticalKey, interaction, "open");
    }

    /** Moves an open follow-up to another day; what day it was before is kept. Refused when somebody else changed it since it was seen. */
    @Transactional
    public void postponeFollowUp(String verticalKey, Interaction seen, LocalDate day) {
        Vertical vertical = permitted(verticalKey, Permission.LOG_INTERACTION);
        Interaction interaction = find(vertical, seen.id());
        if (!interactions.setFollowUpDay(seen.id(), seen.version(), day)) {
            throw new ConflictProblem("interaction.problem.conflict");
        }
        interactions.insertRevision(interaction, rights.user().id(), clock.instant());
        changedFollowUp(verticalKey, interaction, day.toString());
    }

    /**
     * Has somebody else come back to it; the caller has seen that the person works in the vertical. Refused when somebody else changed it since it was
     * seen.
     */
    @Transactional
    public void handOverFollowUp(String verticalKey, Interaction seen, long userId) {
        Vertical vertical = permitted(verticalKey, Permission.LOG_INTERACTION);
        long id = seen.id();
        Interaction interaction = find(vertical, id);
        if (!interactions.setFollowUpOwner(id, seen.version(), userId)) {
            throw new ConflictProblem("interaction.problem.conflict");
        }
        changedFollowUp(verticalKey, interaction, "user " + userId);
        String event = "follow-up %d %d".formatted(id, clock.instant().toEpochMilli());
        announcements.publish(Notice.handedOver(
                verticalKey,
                interaction.customerId(),
                event,
                userId,
                rights.user().id()));
    }

    private void changedFollowUp(String verticalKey, Interaction interaction, String after) {
        String before = String.valueOf(interaction.data().followUpOn());
        audit.record("interaction.follow-up", "interaction " + interaction.id(), before, after);
        announcements.publish(new InteractionsChanged(verticalKey, interaction.customerId()));
    }

    private Vertical permitted(String verticalKey, Permission permission) {
        rights.require(permission, verticalKey);
        return verticals.get(verticalKey);
    }

    private Interaction find(Vertical vertical, long id) {
        Interaction found = interactions
                .find(vertical.id(), id)
                .orElseThrow(() -> new Problem("interaction.problem.missing", String.valueOf(id)));
        own.require(vertical, found.customerId());
        return found;
    }

    private void requireCustomer(Vertical vertical, long customerId) {
        if (!interactions.customerExists(vertical.id(), customerId)) {
            throw new Problem("interaction.problem.customer", String.valueOf(customerId));
        }
        own.require(vertical, customerId);
    }
}
