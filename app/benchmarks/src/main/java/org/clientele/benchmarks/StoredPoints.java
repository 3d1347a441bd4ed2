package org.clientele.benchmarks;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.Dialect;
import org.clientele.consent.Consents;
import org.clientele.consent.persistence.ConsentDao;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.PointsEarning;
import org.clientele.loyalty.Programme;
import org.clientele.loyalty.persistence.EarningDao;
import org.clientele.loyalty.persistence.PointsDao;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.survey.SegmentInvitations;
import org.clientele.survey.SurveyData;
import org.clientele.survey.Surveys;
import org.clientele.survey.persistence.BulkInvitationDao;
import org.clientele.survey.persistence.SurveyDao;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A programme and a survey over a shop's database. */
final class StoredPoints {
    private static final long NANOS = 2_000_000;

    private final PointsEarning earning;
    private final ProgrammeDao programmes;
    private final SegmentInvitations asking;
    private final Surveys surveys;
    private final Vertical vertical;

    StoredPoints(
            Jdbi jdbi,
            Dialect dialect,
            Vertical vertical,
            Verticals verticals,
            Segments segments,
            Rights rights,
            Audit audit,
            Jobs jobs,
            Clock clock,
            DataSourceTransactionManager transactions) {
        this.vertical = vertical;
        Announcements silent = new Announcements();
        programmes = new ProgrammeDao(jdbi);
        earning = new PointsEarning(
                programmes, new PointsDao(jdbi, dialect), new EarningDao(jdbi), silent, clock, transactions);
        surveys = new Surveys(new SurveyDao(jdbi), verticals, rights, audit, silent, clock);
        OwnCustomers own = new OwnCustomers(new CustomerDao(jdbi, dialect), rights);
        asking = new SegmentInvitations(
                new BulkInvitationDao(jdbi, dialect),
                surveys,
                segments,
                new Consents(new ConsentDao(jdbi), own, rights, audit, silent, clock),
                rights,
                audit,
                silent,
                jobs,
                clock,
                transactions);
    }

    /** A point for a unit of money, kept for two years, with three tiers; every stored purchase earns. */
    void start(LocalDate from) {
        programmes.store(
                vertical.id(),
                new Programme(
                        true,
                        "purchase",
                        Programme.rate(BigDecimal.ONE),
                        24,
                        365,
                        from,
                        null,
                        List.of(
                                new MemberTier("ordinary", 0, "Ordinary", ""),
                                new MemberTier("silver", 500, "Silver", ""),
                                new MemberTier("gold", 2_000, "Gold", ""))));
    }

    /** Brings points up to date; how many entries were posted. */
    long earn(LocalDate asOf) {
        return earning.run(vertical, () -> asOf, PointsEarning.Watch.NOBODY);
    }

    long survey() {
        return surveys.create("retail", SurveyData.usual());
    }

    /** Makes the links for a segment; how many. */
    int invite(long survey, SegmentName segment) {
        Answer<SegmentInvitations.Made> answer = asking.invite(vertical, survey, segment);
        while (answer.job().state() == Job.State.RUNNING) {
            LockSupport.parkNanos(NANOS);
        }
        return Objects.requireNonNull(answer.value(), "The links were not made")
                .lines()
                .size();
    }
}
