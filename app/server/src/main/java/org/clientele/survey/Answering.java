package org.clientele.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.AddressLimits;
import org.clientele.access.Audit;
import org.clientele.access.LinkToken;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.customer.CustomersChanged;
import org.clientele.customer.OwnCustomers;
import org.clientele.notification.Audience;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.SingleRecompute;
import org.clientele.survey.persistence.InvitationDao;
import org.clientele.survey.persistence.InvitationDao.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes what customers answer: by their link, which is their right and works once, or by phone to staff. Whoever holds a link learns what the survey
 * asks, and nothing about the customer.
 */
@Service
public class Answering {
    private static final int TRIES = 30;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final InvitationDao invitations;
    private final Surveys surveys;
    private final Verticals verticals;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final SingleRecompute single;
    private final Clock clock;
    private final AddressLimits limits;

    public Answering(
            InvitationDao invitations,
            Surveys surveys,
            Verticals verticals,
            OwnCustomers own,
            Rights rights,
            Audit audit,
            Announcements announcements,
            SingleRecompute single,
            Clock clock) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.verticals = verticals;
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.single = single;
        this.clock = clock;
        this.limits = new AddressLimits(clock, TRIES, REFILL);
    }

    /**
     * What a link asks; nothing when it was used, has expired, never existed, or its survey has ended: which of them stays untold.
     *
     * @param address who asks, for the limit of tries
     */
    public Optional<SurveyData> find(String token, String address) {
        return asked(token, address).map(Asked::survey);
    }

    /** Takes the answers and uses the link up; all or nothing. */
    public void answer(String token, String address, List<Reply> replies) {
        Asked asked = asked(token, address).orElseThrow(() -> new Problem("survey.link.dead"));
        List<Reply> said = asked.survey().checked(replies);
        Vertical vertical = enabled(asked).orElseThrow(() -> new Problem("survey.link.dead"));
        single.change(vertical, asked.customerId(), () -> {
            if (!invitations.use(LinkToken.hash(token), clock.instant())) {
                throw new Problem("survey.link.dead");
            }
            return keep(vertical, asked.invitationId(), asked.customerId(), asked.survey(), said);
        });
    }

    private Optional<Asked> asked(String token, String address) {
        if (!limits.allow(address)) {
            throw new Problem("survey.link.busy");
        }
        return invitations.asked(LinkToken.hash(token), clock.instant()).filter(found -> enabled(found)
                .isPresent());
    }

    private Optional<Vertical> enabled(Asked asked) {
        return verticals.enabled().stream()
                .filter(vertical -> vertical.id() == asked.verticalId())
                .findFirst();
    }

    /** Takes what a customer said to staff. */
    public void enter(
            Vertical vertical, long customerId, long surveyId, @Nullable SurveyAbout about, List<Reply> replies) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        own.require(vertical, customerId);
        Survey survey = surveys.get(vertical.key(), surveyId);
        if (!survey.running()) {
            throw new Problem("survey.problem.ended");
        }
        if (!invitations.customerExists(vertical.id(), customerId)) {
            throw new Problem("survey.problem.customer", String.valueOf(customerId));
        }
        List<Reply> said = survey.data().checked(replies);
        Instant now = clock.instant();
        single.change(vertical, customerId, () -> {
            long id = invitations.insertEntered(
                    vertical.id(), surveyId, customerId, about, rights.user().id(), now);
            return keep(vertical, id, customerId, survey.data(), said);
        });
    }

    /** The invitation that was answered. */
    private long keep(Vertical vertical, long invitation, long customerId, SurveyData survey, List<Reply> said) {
        Integer nps = survey.score(QuestionKind.NPS, said);
        Integer csat = survey.score(QuestionKind.CSAT, said);
        LocalDate comeBack =
                Invitation.isUnhappy(nps, csat) ? LocalDate.now(clock).plusDays(1) : null;
        invitations.keep(invitation, said, nps, csat, comeBack);
        audit.record("survey.answer", "customer " + customerId, null, "invitation " + invitation);
        announcements.publish(new SurveysChanged(vertical.key(), Set.of(customerId)));
        announcements.publish(new CustomersChanged(vertical.key(), Set.of(customerId)));
        if (comeBack != null) {
            announcements.publish(new Notice(
                    NoticeKind.UNHAPPY,
                    vertical.key(),
                    customerId,
                    "unhappy " + invitation,
                    Long.toString(customerId),
                    "",
                    "",
                    Audience.whoLooksAfter()));
        }
        return invitation;
    }
}
