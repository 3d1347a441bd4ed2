package org.clientele.survey;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.consent.Consents;
import org.clientele.consent.persistence.ConsentDao;
import org.clientele.customer.Customer;
import org.clientele.interaction.TestContacts;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.survey.persistence.BulkInvitationDao;
import org.clientele.survey.persistence.InvitationDao;
import org.clientele.survey.persistence.ResultDao;
import org.clientele.survey.persistence.SurveyDao;
import org.clientele.survey.persistence.UnhappyDao;

/** Surveys of a small shop without a server. */
public final class SurveyPortal implements AutoCloseable {
    public static final String ADDRESS = "192.0.2.1";

    /** Work in the background waits for the test. */
    public final TestJobs.Held held = new TestJobs.Held();

    public final ShopPortal shop;
    public final Consents consents;
    public final Surveys surveys;
    public final Invitations invitations;
    public final Answering answering;
    public final PastAnswers past;
    public final SurveyResults results;
    public final UnhappyCustomers unhappy;
    public final SegmentInvitations asking;

    public SurveyPortal(TestDatabase.Kind kind) {
        this(ShopPortal.empty(kind));
    }

    SurveyPortal(ShopPortal opened) {
        shop = opened;
        TestContacts.open(shop);
        become(Role.CONSULTANT);
        InvitationDao dao = new InvitationDao(shop.database.jdbi());
        consents = new Consents(
                new ConsentDao(shop.database.jdbi()),
                shop.own,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
        surveys = new Surveys(
                new SurveyDao(shop.database.jdbi()),
                shop.verticals,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
        invitations = new Invitations(
                dao, surveys, consents, shop.own, shop.rights, shop.audit, shop.announcements, shop.clock);
        answering = new Answering(
                dao,
                surveys,
                shop.verticals,
                shop.own,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.single(),
                shop.clock);
        UnhappyDao unhappyDao = new UnhappyDao(shop.database.jdbi(), shop.database.dialect());
        past = new PastAnswers(
                dao, unhappyDao, surveys, shop.own, shop.rights, shop.audit, shop.announcements, shop.clock);
        Segments segments = new Segments(shop.snapshots, shop.overrides, shop.rights);
        asking = new SegmentInvitations(
                new BulkInvitationDao(shop.database.jdbi(), shop.database.dialect()),
                surveys,
                segments,
                consents,
                shop.rights,
                shop.audit,
                shop.announcements,
                held.jobs(shop.clock),
                shop.clock,
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()));
        unhappy = new UnhappyCustomers(unhappyDao, shop.own, shop.rights, shop.audit, shop.announcements, shop.clock);
        results = new SurveyResults(
                new ResultDao(shop.database.jdbi()), dao, segments, shop.rights, held.jobs(shop.clock), shop.clock);
    }

    public void become(Role role) {
        shop.rights.become(TestRights.user(shop.rights.user().id(), new Grant(role, Grant.EVERYWHERE)));
    }

    public Customer customer(String ref) {
        return shop.customer(ref, ref, Map.of());
    }

    /** Customers who bought a little on the day before; their ids. */
    public Map<String, Long> buyers(String... refs) {
        LocalDate day = LocalDate.of(2026, 2, 28);
        return shop.purchases(
                Arrays.stream(refs).map(ref -> new Purchase(ref, day, 100)).toList());
    }

    /** Recommendation, satisfaction and why, running. */
    public long survey() {
        return surveys.create("shop", SurveyData.usual());
    }

    public String invite(long customer, long survey) {
        return invitations.invite(shop.vertical, customer, survey, null).token();
    }

    /** Answers by a link. */
    public void answer(String token, List<Reply> replies) {
        answering.answer(token, ADDRESS, replies);
    }

    /** What is answered to {@link SurveyData#usual}. */
    public static List<Reply> said(int nps, int csat, String why) {
        return List.of(Reply.of(0, nps), Reply.of(1, csat), Reply.of(2, why));
    }

    public SurveyFigures figures(Survey survey) {
        return results.count(shop.vertical, survey.id());
    }

    @Override
    public void close() throws Exception {
        shop.close();
    }
}
