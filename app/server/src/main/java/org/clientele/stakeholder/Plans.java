package org.clientele.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Audit;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.persistence.DossierDao;
import org.clientele.stakeholder.persistence.PlanDao;
import org.clientele.stakeholder.persistence.StakeholderDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Relationship plans: goals, actions with owner and day, reviews, and what happened. Notes are written by everybody who logs contacts. */
@Service
public class Plans {
    /** So much of what happened is shown. */
    public static final int MOST_EVENTS = 100;

    private final Stakeholders register;
    private final StakeholderDao parties;
    private final PlanDao plans;
    private final DossierDao dossiers;
    private final Colleagues colleagues;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Plans(
            Stakeholders register,
            StakeholderDao parties,
            PlanDao plans,
            DossierDao dossiers,
            Colleagues colleagues,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.register = register;
        this.parties = parties;
        this.plans = plans;
        this.dossiers = dossiers;
        this.colleagues = colleagues;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Of every state, the earliest first. */
    public List<PlanAction> actions(Vertical vertical, long partyId) {
        register.get(vertical, partyId);
        return plans.actions(List.of(partyId)).getOrDefault(partyId, List.of());
    }

    /** Plans an action, or changes the open one of that number. */
    @Transactional
    public void save(Vertical vertical, long partyId, PlanAction action) {
        edited(vertical, partyId);
        action.requireSound();
        requireColleague(vertical, action.ownerId());
        if (action.id() == NewRow.ID) {
            plans.insert(partyId, action);
        } else {
            Stakeholders.requireThere(plans.change(partyId, action));
        }
        changed(vertical, partyId, "stakeholder.action", action.title());
    }

    private void requireColleague(Vertical vertical, @Nullable Long user) {
        if (user != null && colleagues.in(vertical.key()).stream().noneMatch(one -> one.id() == user)) {
            throw new Problem("stakeholder.problem.owner");
        }
    }

    /** @return plans it again */
    @Transactional
    public Runnable delete(Vertical vertical, long partyId, PlanAction action) {
        edited(vertical, partyId);
        Stakeholders.requireThere(plans.delete(partyId, action.id()));
        changed(vertical, partyId, "stakeholder.action.delete", action.title());
        return () -> save(vertical, partyId, PlanAction.open(action.title(), action.ownerId(), action.dueOn()));
    }

    /** What happened, the latest first. */
    public List<PartyEvent> events(Vertical vertical, long partyId) {
        register.get(vertical, partyId);
        return dossiers.events(partyId, MOST_EVENTS);
    }

    /** Keeps a note, such as what was said at a visit. */
    @Transactional
    public void note(Vertical vertical, long partyId, String text) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        register.get(vertical, partyId);
        StakeholderData.requireText("stakeholder.problem.note", text, StakeholderData.TEXT_LENGTH);
        dossiers.insert(
                partyId, PartyEvent.Kind.NOTE, clock.instant(), rights.user().id(), "", text.strip(), null, null);
        changed(vertical, partyId, "stakeholder.note", null);
    }

    /**
     * Reviews a relationship: keeps what was found with the level reached and the health of the day, and sets the next review.
     *
     * @param text what was found
     * @param next the day of the next review, or null: none
     */
    @Transactional
    public void review(Vertical vertical, Stakeholder seen, Relationship level, String text, @Nullable LocalDate next) {
        edited(vertical, seen.id());
        StakeholderData.requireText("stakeholder.problem.review", text, StakeholderData.TEXT_LENGTH);
        if (next != null && !next.isAfter(LocalDate.now(clock))) {
            throw new Problem("stakeholder.problem.next", next);
        }
        Health health = register.health(vertical, seen);
        if (!parties.update(seen.id(), seen.version(), seen.data().withReview(level, next))) {
            throw new ConflictProblem("stakeholder.problem.conflict");
        }
        dossiers.insert(
                seen.id(),
                PartyEvent.Kind.REVIEW,
                clock.instant(),
                rights.user().id(),
                "",
                text.strip(),
                level,
                health.whole().isPresent() ? health.whole().getAsInt() : null);
        changed(vertical, seen.id(), "stakeholder.review", level.name());
    }

    /** The day of the next review after one today. */
    public LocalDate nextReview(StakeholderData data) {
        return LocalDate.now(clock).plusMonths(data.reviewMonths());
    }

    private void edited(Vertical vertical, long partyId) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        register.get(vertical, partyId);
    }

    private void changed(Vertical vertical, long partyId, String action, @Nullable String after) {
        parties.adopt(partyId);
        audit.record(action, "stakeholder " + partyId, null, after);
        announcements.publish(new StakeholdersChanged(vertical.key()));
    }
}
