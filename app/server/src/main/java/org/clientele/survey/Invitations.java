package org.clientele.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.LinkToken;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.consent.ConsentTopic;
import org.clientele.consent.Consents;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.clientele.survey.persistence.InvitationDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks customers one by one, and tells who was asked what and answered what. Who refuses contact or surveys is not asked. */
@Service
public class Invitations {
    private final InvitationDao invitations;
    private final Surveys surveys;
    private final Consents consents;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Invitations(
            InvitationDao invitations,
            Surveys surveys,
            Consents consents,
            OwnCustomers own,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.consents = consents;
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * A link for a customer, to be shown once.
     *
     * @param token its secret part
     */
    public record Link(String token, Instant expiresAt) {}

    /** Whether the user may ask customers and enter what they say. */
    public boolean mayAsk(String verticalKey) {
        return rights.may(Permission.LOG_INTERACTION, verticalKey);
    }

    /**
     * Makes a link to the survey for a customer. An earlier link of the survey about the same matter that was not used dies, and it is still one
     * invitation.
     */
    @Transactional
    public Link invite(Vertical vertical, long customerId, long surveyId, @Nullable SurveyAbout about) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        own.require(vertical, customerId);
        Survey survey = surveys.get(vertical.key(), surveyId);
        if (!survey.running()) {
            throw new Problem("survey.problem.ended");
        }
        if (!invitations.customerExists(vertical.id(), customerId)) {
            throw new Problem("survey.problem.customer", String.valueOf(customerId));
        }
        if (refusing(vertical).contains(customerId)) {
            throw new Problem("survey.problem.refused");
        }
        Instant now = clock.instant();
        Link link = new Link(
                LinkToken.create(), now.plus(Duration.ofDays(survey.data().validDays())));
        String hash = LinkToken.hash(link.token());
        if (!invitations.renew(surveyId, customerId, about, hash, now, link.expiresAt())) {
            invitations.insert(
                    vertical.id(),
                    surveyId,
                    customerId,
                    about,
                    hash,
                    rights.user().id(),
                    now,
                    link.expiresAt());
        }
        audit.record("survey.invite", "customer " + customerId, null, "survey " + surveyId);
        announcements.publish(new SurveysChanged(vertical.key(), Set.of(customerId)));
        return link;
    }

    /** Who refuses to be asked. */
    Set<Long> refusing(Vertical vertical) {
        return consents.refusing(vertical, ConsentTopic.CONTACT, ConsentTopic.SURVEYS);
    }

    /** What the customer was asked, the newest first. */
    public List<Invitation> ofCustomer(Vertical vertical, long customerId, int limit) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, customerId);
        return invitations.ofCustomer(vertical.id(), customerId, limit);
    }

    /** What was answered, by invitation. */
    public Map<Long, List<Reply>> replies(Vertical vertical, long customerId, List<Invitation> asked) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, customerId);
        return invitations.replies(asked.stream()
                .filter(invitation -> invitation.customerId() == customerId)
                .map(Invitation::id)
                .toList());
    }

    /** What was answered, by invitation; of customers whom the caller was shown by another service. */
    public Map<Long, List<Reply>> repliesOf(Vertical vertical, List<Invitation> shown) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return invitations.replies(shown.stream()
                .filter(invitation -> own.maySee(vertical, invitation.customerId()))
                .map(Invitation::id)
                .toList());
    }
}
