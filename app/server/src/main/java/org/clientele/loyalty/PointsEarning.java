package org.clientele.loyalty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.clientele.common.Announcements;
import org.clientele.common.Money;
import org.clientele.loyalty.persistence.EarningDao;
import org.clientele.loyalty.persistence.EarningDao.Aged;
import org.clientele.loyalty.persistence.EarningDao.Earning;
import org.clientele.loyalty.persistence.EarningDao.Posted;
import org.clientele.loyalty.persistence.EarningDao.TierChange;
import org.clientele.loyalty.persistence.PointsDao;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the ledger up to date with the stored activities: what they earn is posted once, what is gone or was changed is taken back; then lets
 * points expire and looks at tiers. Works piece by piece, each in a transaction that holds the programme, so that nodes wait for each other; a run
 * that ends early is continued by the next. Thread-safe.
 */
@Component
public class PointsEarning {
    static final int PIECE = 20_000;

    /** Below the numbers of rows, and of what stands for rows that are not here. */
    private static final long BEFORE_FIRST = Long.MIN_VALUE;

    private static final Logger LOG = LoggerFactory.getLogger(PointsEarning.class);

    private final ProgrammeDao programmes;
    private final PointsDao points;
    private final EarningDao earnings;
    private final Announcements announcements;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public PointsEarning(
            ProgrammeDao programmes,
            PointsDao points,
            EarningDao earnings,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.programmes = programmes;
        this.points = points;
        this.earnings = earnings;
        this.announcements = announcements;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How a run goes on, and whether somebody asked it to stop. */
    public record Watch(LongConsumer total, LongConsumer done, BooleanSupplier cancelled) {
        /** Nobody watches. */
        public static final Watch NOBODY = new Watch(total -> {}, done -> {}, () -> false);
    }

    /**
     * Brings the vertical's points up to date.
     *
     * @param asOfDay the day up to which is counted; asked only where a programme runs
     * @return how many entries were posted
     */
    public synchronized long run(Vertical vertical, Supplier<LocalDate> asOfDay, Watch watch) {
        Programme programme =
                programmes.find(vertical.id()).filter(Programme::running).orElse(null);
        ActivityDefinition activity =
                programme == null ? null : vertical.definition().activity(programme.activity());
        if (programme == null || activity == null || activity.amount() == null) {
            return 0;
        }
        LocalDate asOf = asOfDay.get();
        watch.total().accept(earnings.count(vertical, programme));
        long posted = earn(vertical, programme, activity.amount(), watch) + age(vertical.id(), programme, asOf, watch);
        if (!watch.cancelled().getAsBoolean()) {
            programmes.setAsOf(vertical.id(), asOf);
            LOG.info("Vertical {}: {} entries of points", vertical.key(), posted);
            announcements.publish(new LoyaltyChanged(vertical.key(), Set.of()));
        }
        return posted;
    }

    private long earn(Vertical vertical, Programme programme, String amount, Watch watch) {
        long posted = 0;
        long after = BEFORE_FIRST;
        Optional<Long> next;
        do {
            next = earnings.next(vertical, programme, after, PIECE);
            long from = after;
            long until = next.orElse(Long.MAX_VALUE);
            Integer piece = watch.cancelled().getAsBoolean()
                    ? null
                    : transaction.execute(status -> earnPiece(vertical, programme, amount, from, until));
            if (piece == null) {
                return posted;
            }
            posted += piece;
            after = until;
            watch.done().accept(PIECE);
        } while (next.isPresent());
        return posted;
    }

    private int earnPiece(Vertical vertical, Programme programme, String amount, long after, long until) {
        if (!programmes.lockRunning(vertical.id())) {
            return 0;
        }
        List<Earning> rows = earnings.earnings(vertical, programme, amount, after, until);
        List<Posted> before = earnings.posted(vertical.id(), programme.activity(), after, until);
        int digits = Money.fractionDigits(vertical.currency());
        Postings postings = new Postings(programme.activity(), clock.instant());
        new EarningComparison(rows, before, row -> programme.points(row.amount(), digits), postings).compare();
        return post(vertical.id(), postings);
    }

    private int post(int verticalId, Postings postings) {
        points.open(verticalId, postings.customers());
        List<NewEntry> entries = postings.within(points.locked(postings.losers()));
        points.postAll(verticalId, entries);
        return entries.size();
    }

    private long age(int verticalId, Programme programme, LocalDate asOf, Watch watch) {
        long posted = 0;
        long after = BEFORE_FIRST;
        Optional<Long> next = earnings.nextCustomer(verticalId, after, PIECE);
        while (next.isPresent() && !watch.cancelled().getAsBoolean()) {
            long from = after;
            long until = next.get();
            Integer piece = transaction.execute(status -> agePiece(verticalId, programme, asOf, from, until));
            posted += piece == null ? 0 : piece;
            after = until;
            next = earnings.nextCustomer(verticalId, after, PIECE);
        }
        return posted;
    }

    private int agePiece(int verticalId, Programme programme, LocalDate asOf, long after, long until) {
        if (!programmes.lockRunning(verticalId)) {
            return 0;
        }
        List<Aged> accounts = earnings.aged(
                verticalId, programme.expired(asOf), asOf.minusDays(programme.windowDays()), after, until);
        Postings postings = new Postings(programme.activity(), clock.instant());
        List<TierChange> tiers = new ArrayList<>();
        for (Aged account : accounts) {
            if (account.due() > 0) {
                postings.expire(account.customerId(), account.due(), asOf);
            }
            TierReview.of(programme, account, asOf).ifPresent(tiers::add);
        }
        earnings.storeTiers(tiers);
        List<NewEntry> entries = postings.within(points.locked(postings.losers()));
        points.postAll(verticalId, entries);
        return entries.size();
    }
}
