package org.clientele.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.LinkToken;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.customer.CustomersChanged;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.clientele.survey.persistence.InvitationDao;
import org.clientele.survey.persistence.UnhappyDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what customers were asked and answered before today, under the rules of a link that worked then. Nobody is told of it as of news. */
@Service
public class PastAnswers {
    private final InvitationDao invitations;
    private final UnhappyDao unhappy;
    private final Surveys surveys;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public PastAnswers(
            InvitationDao invitations,
            UnhappyDao unhappy,
            Surveys surveys,
            OwnCustomers own,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.invitations = invitations;
        this.unhappy = unhappy;
        this.surveys = surveys;
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Takes them, all or nothing. */
    @Transactional
    public void take(Vertical vertical, long surveyId, List<PastAnswer> past) {
        rights.require(Permission.EDIT_STRATEGIES, vertical.key());
        Survey survey = surveys.get(vertical.key(), surveyId);
        Set<Long> customers = new HashSet<>();
        for (PastAnswer answer : past) {
            take(vertical, survey, answer);
            customers.add(answer.customerId());
        }
        audit.record("survey.answer", "survey " + surveyId, null, past.size() + " of the past");
        announcements.publish(new SurveysChanged(vertical.key(), customers));
        announcements.publish(new CustomersChanged(vertical.key(), customers));
    }

    private void take(Vertical vertical, Survey survey, PastAnswer past) {
        own.require(vertical, past.customerId());
        if (!invitations.customerExists(vertical.id(), past.customerId())) {
            throw new Problem("survey.problem.customer", String.valueOf(past.customerId()));
        }
        String hash = LinkToken.hash(LinkToken.create());
        invitations.insert(
                vertical.id(),
                survey.id(),
                past.customerId(),
                null,
                hash,
                rights.user().id(),
                past.invitedAt(),
                past.invitedAt().plus(Duration.ofDays(survey.data().validDays())));
        Instant answered = past.answeredAt();
        if (answered != null) {
            answer(vertical, survey, past, hash, answered);
        }
    }

    private void answer(Vertical vertical, Survey survey, PastAnswer past, String hash, Instant answered) {
        long id = invitations
                .asked(hash, answered)
                .filter(link -> !answered.isBefore(past.invitedAt()) && !answered.isAfter(clock.instant()))
                .orElseThrow(() -> new Problem("survey.link.dead"))
                .invitationId();
        List<Reply> said = survey.data().checked(past.replies());
        Integer nps = survey.data().score(QuestionKind.NPS, said);
        Integer csat = survey.data().score(QuestionKind.CSAT, said);
        LocalDate comeBack = Invitation.isUnhappy(nps, csat)
                ? LocalDate.ofInstant(answered, clock.getZone()).plusDays(1)
                : null;
        invitations.use(hash, answered);
        invitations.keep(id, said, nps, csat, comeBack);
        if (comeBack != null) {
            finish(vertical, id, past.cameBackAt());
        }
    }

    private void finish(Vertical vertical, long id, @Nullable Instant cameBack) {
        if (cameBack != null) {
            UnhappyCustomer found = unhappy.find(vertical.id(), id).orElseThrow();
            unhappy.update(id, found.version(), found.dueOn(), found.ownerId(), cameBack);
        }
    }
}
