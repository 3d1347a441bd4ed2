package org.clientele.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.persistence.DossierDao;
import org.clientele.stakeholder.persistence.PlanDao;
import org.clientele.stakeholder.persistence.ScoreDao;
import org.clientele.stakeholder.persistence.StakeholderDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of parties: read by everybody of the vertical, kept by those who manage strategies. Contacts are personal data: shown to those who may see
 * it, erased by those who keep the register; what the audit keeps of them names nobody.
 */
@Service
public class Stakeholders {
    /** More parties of a vertical are not judged together. */
    public static final int MOST = 5_000;

    private final StakeholderDao parties;
    private final DossierDao dossiers;
    private final PlanDao plans;
    private final ScoreDao scores;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Stakeholders(
            StakeholderDao parties,
            DossierDao dossiers,
            PlanDao plans,
            ScoreDao scores,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.parties = parties;
        this.dossiers = dossiers;
        this.plans = plans;
        this.scores = scores;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Whether the user may keep the register. */
    public boolean mayEdit(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** Whether the user may see who is to be spoken to. */
    public boolean maySeeContacts(String verticalKey) {
        return rights.may(Permission.SEE_PERSONAL_DATA, verticalKey);
    }

    /** By name, with how well each relationship stands. */
    public List<PartyStanding> page(Vertical vertical, StakeholderQuery asked, int offset, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        List<Stakeholder> page = parties.page(vertical.id(), asked, offset, limit);
        Map<Long, Health> health = health(page);
        return page.stream()
                .map(party -> new PartyStanding(party, Objects.requireNonNull(health.get(party.id()))))
                .toList();
    }

    public int count(Vertical vertical, StakeholderQuery asked) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return parties.count(vertical.id(), asked);
    }

    /** The party. */
    public Stakeholder get(Vertical vertical, long id) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return parties.find(vertical.id(), id).orElseThrow(() -> new Problem("stakeholder.problem.missing"));
    }

    /** How well the relationship stands today. */
    public Health health(Vertical vertical, Stakeholder party) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return Objects.requireNonNull(health(List.of(party)).get(party.id()));
    }

    private Map<Long, Health> health(Collection<Stakeholder> asked) {
        List<Long> ids = asked.stream().map(Stakeholder::id).toList();
        Map<Long, List<PlanAction>> actions = plans.actions(ids);
        Map<Long, List<Agreement>> agreements = dossiers.agreements(ids);
        Map<Long, Integer> last = scores.of(ids).stream()
                .collect(Collectors.toMap(PartyScore::partyId, PartyScore::result, (latest, earlier) -> latest));
        LocalDate today = LocalDate.now(clock);
        Map<Long, Health> health = new HashMap<>();
        asked.forEach(party -> health.put(
                party.id(),
                Health.of(
                        today,
                        party.data().nextReview(),
                        actions.getOrDefault(party.id(), List.of()),
                        agreements.getOrDefault(party.id(), List.of()),
                        last.get(party.id()))));
        return health;
    }

    /** Registers a party; its number. */
    @Transactional
    public long create(Vertical vertical, StakeholderData data) {
        check(vertical, data, -1);
        long id = parties.insert(vertical.id(), data);
        changed(vertical, id, "stakeholder.create", null, data.market().name());
        return id;
    }

    /** Changes a party as it was seen. */
    @Transactional
    public void change(Vertical vertical, Stakeholder seen, StakeholderData data) {
        check(vertical, data, seen.id());
        Stakeholder before = get(vertical, seen.id());
        if (!parties.update(seen.id(), seen.version(), data)) {
            throw new ConflictProblem("stakeholder.problem.conflict");
        }
        changed(vertical, seen.id(), "stakeholder.change", state(before.data()), state(data));
    }

    private static String state(StakeholderData data) {
        return data.market() + " " + data.level();
    }

    private void check(Vertical vertical, StakeholderData data, long id) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        data.requireSound();
        if (parties.isTaken(vertical.id(), data.name(), id)) {
            throw new Problem("stakeholder.problem.taken", data.name());
        }
    }

    /** Deletes a party with all that hangs on it. */
    @Transactional
    public void delete(Vertical vertical, long id) {
        Stakeholder before = edited(vertical, id);
        parties.delete(id);
        changed(vertical, id, "stakeholder.delete", before.data().market().name(), null);
    }

    /** Whom to speak to; nobody for those who may not see personal data. */
    public List<PartyContact> contacts(Vertical vertical, long id) {
        get(vertical, id);
        return maySeeContacts(vertical.key()) ? dossiers.contacts(id) : List.of();
    }

    /** Adds a contact, or changes the one of that number. */
    @Transactional
    public void save(Vertical vertical, long id, PartyContact contact) {
        edited(vertical, id);
        rights.require(Permission.SEE_PERSONAL_DATA, vertical.key());
        contact.requireSound();
        if (contact.id() == NewRow.ID) {
            dossiers.add(id, contact);
        } else {
            requireThere(dossiers.change(id, contact));
        }
        changed(vertical, id, "stakeholder.contact", null, null);
    }

    /** Erases what is kept of a contact; nothing of it stays. */
    @Transactional
    public void eraseContact(Vertical vertical, long id, long contactId) {
        edited(vertical, id);
        requireThere(dossiers.eraseContact(id, contactId));
        changed(vertical, id, "stakeholder.contact.erase", null, null);
    }

    /** The agreements, in order of their beginning. */
    public List<Agreement> agreements(Vertical vertical, long id) {
        get(vertical, id);
        return dossiers.agreements(List.of(id)).getOrDefault(id, List.of());
    }

    /** Adds an agreement, or changes the one of that number. */
    @Transactional
    public void save(Vertical vertical, long id, Agreement agreement) {
        edited(vertical, id);
        agreement.requireSound();
        if (agreement.id() == NewRow.ID) {
            dossiers.add(id, agreement);
        } else {
            requireThere(dossiers.change(id, agreement));
        }
        changed(vertical, id, "stakeholder.agreement", null, agreement.title());
    }

    /** @return puts it back */
    @Transactional
    public Runnable deleteAgreement(Vertical vertical, long id, Agreement agreement) {
        edited(vertical, id);
        requireThere(dossiers.deleteAgreement(id, agreement.id()));
        changed(vertical, id, "stakeholder.agreement", agreement.title(), null);
        return () -> save(
                vertical,
                id,
                new Agreement(
                        NewRow.ID, agreement.title(), agreement.startsOn(), agreement.endsOn(), agreement.remindOn()));
    }

    private Stakeholder edited(Vertical vertical, long id) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        return get(vertical, id);
    }

    static void requireThere(boolean there) {
        if (!there) {
            throw new ConflictProblem("stakeholder.problem.gone");
        }
    }

    private void changed(Vertical vertical, long id, String action, @Nullable String before, @Nullable String after) {
        parties.adopt(id);
        audit.record(action, "stakeholder " + id, before, after);
        announcements.publish(new StakeholdersChanged(vertical.key()));
    }
}
