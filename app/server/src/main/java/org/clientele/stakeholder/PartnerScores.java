package org.clientele.stakeholder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.stakeholder.PartyScore.Mark;
import org.clientele.stakeholder.persistence.ScoreDao;
import org.clientele.stakeholder.persistence.StakeholderDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses and judges partners by weighted criteria and four risks, and ranks them. */
@Service
public class PartnerScores {
    private final Stakeholders register;
    private final StakeholderDao parties;
    private final ScoreDao scores;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public PartnerScores(
            Stakeholders register,
            StakeholderDao parties,
            ScoreDao scores,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.register = register;
        this.parties = parties;
        this.scores = scores;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** By what parties are judged: those that were chosen, else the usual ones. */
    public List<Criterion> criteria(Vertical vertical, Purpose purpose) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        List<Criterion> chosen = scores.criteria(vertical.id(), purpose);
        return chosen.isEmpty() ? Criterion.usual(purpose) : chosen;
    }

    /** Chooses criteria; scores given before keep theirs. Refused unless the weights add up to 100. */
    @Transactional
    public void setCriteria(Vertical vertical, Purpose purpose, List<Criterion> criteria) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        Criterion.requireSound(criteria);
        String before = criteria(vertical, purpose).toString();
        scores.setCriteria(vertical.id(), purpose, criteria);
        audit.record("stakeholder.criteria", vertical.key() + " " + purpose, before, criteria.toString());
        announcements.publish(new StakeholdersChanged(vertical.key()));
    }

    /**
     * Judges a party today.
     *
     * @param marks one from 1 to 5 for each criterion, in their order
     */
    @Transactional
    public PartyScore score(
            Vertical vertical, long partyId, Purpose purpose, List<Integer> marks, Risks risks, String note) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        register.get(vertical, partyId);
        List<Criterion> criteria = criteria(vertical, purpose);
        if (marks.size() != criteria.size()) {
            throw new Problem("stakeholder.problem.marks", criteria.size());
        }
        risks.requireSound();
        StakeholderData.requireShort(note, StakeholderData.TEXT_LENGTH);
        List<Mark> given = new ArrayList<>();
        for (int i = 0; i < criteria.size(); i++) {
            Risks.requireMark(marks.get(i));
            given.add(new Mark(criteria.get(i).name(), criteria.get(i).weight(), marks.get(i)));
        }
        PartyScore score = new PartyScore(
                NewRow.ID,
                partyId,
                purpose,
                LocalDate.now(clock),
                rights.user().displayName(),
                given,
                risks,
                note.strip());
        scores.insert(score, rights.user().id());
        changed(vertical, partyId, null, purpose + " " + score.result());
        return score;
    }

    /** Takes a score back. */
    @Transactional
    public void delete(Vertical vertical, PartyScore score) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        register.get(vertical, score.partyId());
        Stakeholders.requireThere(scores.delete(score.partyId(), score.id()));
        changed(vertical, score.partyId(), score.purpose() + " " + score.result(), null);
    }

    private void changed(Vertical vertical, long partyId, @Nullable String before, @Nullable String after) {
        parties.adopt(partyId);
        audit.record("stakeholder.score", "stakeholder " + partyId, before, after);
        announcements.publish(new StakeholdersChanged(vertical.key()));
    }

    /** A party's scores, the latest first. */
    public List<PartyScore> of(Vertical vertical, long partyId) {
        register.get(vertical, partyId);
        return scores.of(List.of(partyId));
    }

    /** The parties of a market by their last score, the best first; null: of all markets. */
    public List<RankedParty> ranking(Vertical vertical, Purpose purpose, @Nullable Market market) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        Map<Long, Stakeholder> asked = new LinkedHashMap<>();
        parties.page(vertical.id(), StakeholderQuery.ALL.withMarket(market), 0, Stakeholders.MOST)
                .forEach(party -> asked.put(party.id(), party));
        Set<Long> seen = new HashSet<>();
        List<PartyScore> last = scores.of(asked.keySet()).stream()
                .filter(score -> score.purpose() == purpose && seen.add(score.partyId()))
                .toList();
        return RankedParty.rank(asked, last);
    }
}
