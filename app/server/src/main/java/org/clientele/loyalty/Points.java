package org.clientele.loyalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.Permission;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.customer.OwnCustomers;
import org.clientele.loyalty.persistence.EarningDao;
import org.clientele.loyalty.persistence.EarningDao.Aged;
import org.clientele.loyalty.persistence.PointsDao;
import org.clientele.loyalty.persistence.PointsDao.Account;
import org.clientele.loyalty.persistence.ProgrammeDao;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Points of one customer: redeemed for rewards, given or taken with a reason, taken back by an entry that reverses. Nothing is ever edited. */
@Service
public class Points {
    /** So many days ahead somebody is told what expires. */
    public static final int EXPIRING_DAYS = 90;

    /** Most points that one adjustment moves. */
    public static final long MOST = 10_000_000;

    private final LoyaltyAccess access;
    private final PointsDao points;
    private final EarningDao earnings;
    private final ProgrammeDao programmes;
    private final OwnCustomers own;

    Points(LoyaltyAccess access, PointsDao points, EarningDao earnings, ProgrammeDao programmes, OwnCustomers own) {
        this.access = access;
        this.points = points;
        this.earnings = earnings;
        this.programmes = programmes;
        this.own = own;
    }

    /** Whether the user may redeem points. */
    public boolean mayRedeem(String verticalKey) {
        return access.may(Permission.LOG_INTERACTION, verticalKey);
    }

    /** Whether the user may give and take points. */
    public boolean mayAdjust(String verticalKey) {
        return access.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** How a customer stands; nothing where no programme runs. */
    public Optional<Standing> standing(String verticalKey, long customerId) {
        Vertical vertical = reading(verticalKey, customerId);
        return programmes
                .find(vertical.id())
                .filter(Programme::running)
                .map(programme -> standing(vertical.id(), programme, customerId));
    }

    private Standing standing(int verticalId, Programme programme, long customerId) {
        LocalDate day = programme.asOf() == null ? access.today() : programme.asOf();
        LocalDate by = day.plusDays(EXPIRING_DAYS);
        Aged aged = earnings
                .aged(
                        verticalId,
                        programme.expired(by),
                        day.minusDays(programme.windowDays()),
                        customerId - 1,
                        customerId)
                .stream()
                .findFirst()
                .orElseGet(() -> new Aged(customerId, new Account(0, null, 0, null), 0, 0));
        int place = programme.place(aged.account().tierId());
        MemberTier tier = place < 0 ? programme.tier(0) : programme.tiers().get(place);
        int next = Math.max(place, 0) + 1;
        return new Standing(
                aged.account().balance(),
                aged.earned(),
                tier,
                next < programme.tiers().size() ? programme.tiers().get(next) : null,
                aged.account().reviewOn(),
                Math.clamp(aged.due(), 0, aged.account().balance()),
                programme.expireMonths() == 0 ? null : by);
    }

    /** A customer's entries, newest first. */
    public List<PointsEntry> entries(String verticalKey, long customerId, int limit) {
        reading(verticalKey, customerId);
        return points.entries(customerId, limit);
    }

    /**
     * Gives a reward for points. The same request redeems once, however often it is sent.
     *
     * @param request made once per form
     * @return the entry's number, to take it back by
     */
    @Transactional
    public long redeem(String verticalKey, long customerId, UUID request, long rewardId) {
        Vertical vertical = posting(Permission.LOG_INTERACTION, verticalKey, customerId);
        Reward reward = programmes.rewards(vertical.id()).stream()
                .filter(each -> each.id() == rewardId && each.offered())
                .findFirst()
                .orElseThrow(() -> new Problem("loyalty.problem.reward"));
        return post(vertical, PointsKind.REDEEM, customerId, reward.points(), reward.name(), request);
    }

    /**
     * Gives points, or takes them when the number is negative.
     *
     * @param request made once per form
     * @return the entry's number, to take it back by
     */
    @Transactional
    public long adjust(String verticalKey, long customerId, UUID request, long change, String reason) {
        Vertical vertical = posting(Permission.MANAGE_STRATEGIES, verticalKey, customerId);
        requireSound(change, reason);
        PointsKind kind = change > 0 ? PointsKind.BONUS : PointsKind.DEDUCT;
        return post(vertical, kind, customerId, Math.abs(change), reason.strip(), request);
    }

    static void requireSound(long change, String reason) {
        if (change == 0 || Math.abs(change) > MOST) {
            throw new Problem("loyalty.problem.points", change, MOST);
        }
        if (reason.isBlank()) {
            throw new Problem("loyalty.problem.reason");
        }
        if (reason.length() > PointsEntry.REASON_LENGTH) {
            throw new Problem("loyalty.problem.reason-long", reason.length(), PointsEntry.REASON_LENGTH);
        }
    }

    /** Takes back what somebody did, by an entry the other way round. */
    @Transactional
    public void reverse(String verticalKey, long entryId) {
        Vertical vertical = access.require(Permission.LOG_INTERACTION, verticalKey);
        PointsEntry seen = entry(vertical, entryId);
        if (seen.kind() != PointsKind.REDEEM) {
            access.require(Permission.MANAGE_STRATEGIES, verticalKey);
        }
        own.require(vertical, seen.customerId());
        points.locked(Set.of(seen.customerId()));
        PointsEntry entry = entry(vertical, entryId);
        if (!entry.isReversible()) {
            throw new ConflictProblem("loyalty.problem.reversed");
        }
        NewEntry back = new NewEntry(
                entry.customerId(),
                entry.kind(),
                entry.to(),
                entry.from(),
                entry.points(),
                entry.day(),
                access.now(),
                access.user(),
                entry.reason(),
                null,
                null,
                entry.id());
        requirePosted(vertical, back);
    }

    private PointsEntry entry(Vertical vertical, long id) {
        return points.entry(vertical.id(), id).orElseThrow(() -> new Problem("loyalty.problem.entry"));
    }

    private long post(Vertical vertical, PointsKind kind, long customerId, long many, String reason, UUID request) {
        String key = request.toString();
        Optional<Long> before = points.findByRequest(key);
        if (before.isPresent()) {
            return before.get();
        }
        openAccount(vertical, customerId);
        requirePosted(
                vertical,
                NewEntry.byHand(kind, customerId, many, access.today(), access.now(), access.user(), reason, key));
        return points.findByRequest(key).orElseThrow();
    }

    private void openAccount(Vertical vertical, long customerId) {
        if (points.account(customerId).isEmpty()) {
            programmes.lockRunning(vertical.id());
            points.open(vertical.id(), Set.of(customerId));
        }
    }

    private void requirePosted(Vertical vertical, NewEntry entry) {
        if (!points.post(vertical.id(), entry)) {
            long balance =
                    points.account(entry.customerId()).map(Account::balance).orElse(0L);
            throw new Problem("loyalty.problem.balance", balance, entry.points());
        }
        access.record(
                entry.reverses() == null ? "post" : "reverse",
                "customer " + entry.customerId(),
                null,
                entry.kind() + " " + entry.change());
        access.tell(vertical, Set.of(entry.customerId()));
    }

    private Vertical reading(String verticalKey, long customerId) {
        Vertical vertical = access.require(Permission.VIEW_PORTAL, verticalKey);
        own.require(vertical, customerId);
        return vertical;
    }

    private Vertical posting(Permission permission, String verticalKey, long customerId) {
        Vertical vertical = access.require(permission, verticalKey);
        if (!points.customerExists(vertical.id(), customerId)) {
            throw new Problem("loyalty.problem.customer");
        }
        own.require(vertical, customerId);
        if (programmes.find(vertical.id()).filter(Programme::running).isEmpty()) {
            throw new Problem("loyalty.problem.off");
        }
        return vertical;
    }
}
