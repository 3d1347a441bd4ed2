package org.clientele.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.LinkToken;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.consent.ConsentTopic;
import org.clientele.consent.Consents;
import org.clientele.customer.CustomerFields;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugin.Vertical;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.survey.persistence.BulkInvitationDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks all customers of a segment at once: a link for each, in a list that leaves the portal once. Who refuses contact, personal treatment or surveys is
 * left out, and who was asked by the same survey lately.
 */
@Service
public class SegmentInvitations {
    /** Nobody is asked by the same survey again within so many days. */
    public static final int REST_DAYS = 30;

    private static final int PIECE = 5_000;

    private final BulkInvitationDao invitations;
    private final Surveys surveys;
    private final Segments segments;
    private final Consents consents;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Jobs jobs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public SegmentInvitations(
            BulkInvitationDao invitations,
            Surveys surveys,
            Segments segments,
            Consents consents,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Jobs jobs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.segments = segments;
        this.consents = consents;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A customer's link.
     *
     * @param ref the customer's number
     * @param token the secret part
     */
    public record Line(String ref, String name, String token) {}

    /**
     * What was made.
     *
     * @param refused who refuses to be asked
     * @param asked who was asked lately
     */
    public record Made(List<Line> lines, Instant expiresAt, int refused, int asked) {
        public Made {
            lines = List.copyOf(lines);
        }
    }

    /** Whether the user may: a list of customers leaves the portal. */
    public boolean mayAsk(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey)
                && rights.may(Permission.EXPORT_CUSTOMERS, verticalKey);
    }

    /** Makes the links in the background; all of them or, when it is cancelled, none. */
    public Answer<Made> invite(Vertical vertical, long surveyId, SegmentName segment) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        rights.require(Permission.EXPORT_CUSTOMERS, vertical.key());
        User asking = rights.user();
        return jobs.answer("survey invitations", job -> {
            List<Made> made = new ArrayList<>();
            rights.actingAs(asking, () -> made.add(make(vertical, surveyId, segment, job)));
            return made.getFirst();
        });
    }

    private Made make(Vertical vertical, long surveyId, SegmentName segment, Job job) {
        Survey survey = surveys.get(vertical.key(), surveyId);
        if (!survey.running()) {
            throw new Problem("survey.problem.ended");
        }
        PortalSnapshot snapshot = segments.snapshot(vertical.key());
        BitSet members = members(snapshot, segment);
        Set<Long> refusing = new HashSet<>(consents.of(vertical));
        refusing.addAll(consents.refusing(vertical, ConsentTopic.SURVEYS));
        return transaction.execute(status -> {
            Made made = insert(vertical, survey, snapshot, members, refusing, segment, job);
            if (job.isCancelled()) {
                status.setRollbackOnly();
            } else {
                audit.record(
                        "survey.invite-segment",
                        "survey " + surveyId,
                        null,
                        "%s %s: %d customers"
                                .formatted(
                                        segment.model(),
                                        segment.segment(),
                                        made.lines().size()));
                announcements.publish(new SurveysChanged(vertical.key(), Set.of()));
            }
            return made;
        });
    }

    private static BitSet members(PortalSnapshot snapshot, SegmentName segment) {
        ModelResult model = snapshot.model(segment.model());
        BitSet members =
                (BitSet) model.members(model.ordinal(segment.segment())).clone();
        members.and(snapshot.present());
        return members;
    }

    private Made insert(
            Vertical vertical,
            Survey survey,
            PortalSnapshot snapshot,
            BitSet members,
            Set<Long> refusing,
            SegmentName segment,
            Job job) {
        Instant now = clock.instant();
        Instant expires = now.plus(Duration.ofDays(survey.data().validDays()));
        BulkInvitationDao.Common common = new BulkInvitationDao.Common(
                vertical.id(),
                survey.id(),
                new SurveyAbout(SurveyAbout.Kind.SEGMENT, segment.model() + " " + segment.segment()),
                rights.user().id(),
                now,
                expires);
        Set<Long> asked = invitations.askedSince(survey.id(), now.minus(Duration.ofDays(REST_DAYS)));
        List<Line> lines = new ArrayList<>();
        List<BulkInvitationDao.One> piece = new ArrayList<>(PIECE);
        int refused = 0;
        int rested = 0;
        int done = 0;
        int total = members.cardinality();
        for (int place = members.nextSetBit(0);
                place >= 0 && !job.isCancelled();
                place = members.nextSetBit(place + 1)) {
            long customer = snapshot.customers().id(place);
            if (refusing.contains(customer)) {
                refused++;
            } else if (asked.contains(customer)) {
                rested++;
            } else {
                String token = LinkToken.create();
                lines.add(new Line(
                        text(snapshot, CustomerFields.REF, place), text(snapshot, CustomerFields.NAME, place), token));
                piece.add(new BulkInvitationDao.One(customer, LinkToken.hash(token)));
            }
            done++;
            if (piece.size() == PIECE) {
                invitations.insert(common, piece);
                piece.clear();
                job.progress(done, total);
            }
        }
        invitations.insert(common, piece);
        job.progress(done, total);
        return new Made(lines, expires, refused, rested);
    }

    private static String text(PortalSnapshot snapshot, String field, int place) {
        var column = snapshot.now().column(field);
        return column != null && column.value(place) instanceof Value.Text(String text) ? text : "";
    }
}
