package org.clientele.loyalty;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How customers of a vertical earn points, and what these lead to.
 *
 * @param activity id of the activity that earns
 * @param rate ten-thousandths of a point for a major unit of its amount
 * @param expireMonths after how many months points expire, those earned first also first used; 0 for never
 * @param windowDays the days whose points decide about the tier, and after which a tier is reviewed
 * @param countedFrom the first day whose activities earn
 * @param asOf the day up to which points were counted; null before the first time
 * @param tiers lowest first
 */
public record Programme(
        boolean running,
        String activity,
        long rate,
        int expireMonths,
        int windowDays,
        LocalDate countedFrom,
        @Nullable LocalDate asOf,
        List<MemberTier> tiers) {
    public static final int RATE_SCALE = 4;
    /** Most points for a major unit. */
    public static final int MOST_RATE = 1000;

    public static final int MOST_MONTHS = 120;
    public static final int MOST_DAYS = 3660;
    private static final long RATE_UNIT = 10_000;

    public Programme {
        tiers = List.copyOf(tiers);
    }

    /** The rate as people write it; fails when it is none, too big or has too many decimals. */
    public static long rate(@Nullable BigDecimal pointsPerUnit) {
        if (pointsPerUnit == null
                || pointsPerUnit.signum() <= 0
                || pointsPerUnit.compareTo(BigDecimal.valueOf(MOST_RATE)) > 0
                || pointsPerUnit.stripTrailingZeros().scale() > RATE_SCALE) {
            throw new Problem(
                    "loyalty.problem.rate", pointsPerUnit == null ? "" : pointsPerUnit.toPlainString(), MOST_RATE);
        }
        return pointsPerUnit
                .setScale(RATE_SCALE, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    public BigDecimal pointsPerUnit() {
        return BigDecimal.valueOf(rate, RATE_SCALE).stripTrailingZeros();
    }

    /** The same with other tiers. */
    public Programme with(List<MemberTier> others) {
        return new Programme(running, activity, rate, expireMonths, windowDays, countedFrom, asOf, others);
    }

    /** Points for an amount, rounded towards nought. */
    long points(long minor, int fractionDigits) {
        BigInteger unit = BigInteger.TEN.pow(fractionDigits).multiply(BigInteger.valueOf(RATE_UNIT));
        return BigInteger.valueOf(minor)
                .multiply(BigInteger.valueOf(rate))
                .divide(unit)
                .longValueExact();
    }

    /** The highest tier that so many points reach; null when there are no tiers. */
    @Nullable
    MemberTier tier(long points) {
        MemberTier reached = null;
        for (MemberTier tier : tiers) {
            if (reached == null || points >= tier.fromPoints()) {
                reached = tier;
            }
        }
        return reached;
    }

    /** Where the tier stands, from 0; -1 when the programme does not have it. */
    public int place(@Nullable String tierId) {
        for (int place = 0; place < tiers.size(); place++) {
            if (tiers.get(place).id().equals(tierId)) {
                return place;
            }
        }
        return -1;
    }

    /** Points earned up to that day expire on {@code day}. */
    LocalDate expired(LocalDate day) {
        return expireMonths == 0 ? LocalDate.EPOCH.minusYears(1000) : day.minusMonths(expireMonths);
    }

    /** Fails with a problem that names the value unless everything is in its bounds. */
    public void requireSound() {
        if (rate <= 0 || rate > MOST_RATE * RATE_UNIT) {
            throw new Problem("loyalty.problem.rate", pointsPerUnit().toPlainString(), MOST_RATE);
        }
        requireWithin("months", expireMonths, 0, MOST_MONTHS);
        requireWithin("days", windowDays, 1, MOST_DAYS);
        for (int place = 0; place < tiers.size(); place++) {
            MemberTier tier = tiers.get(place);
            if (place == 0
                    ? tier.fromPoints() != 0
                    : tier.fromPoints() <= tiers.get(place - 1).fromPoints()) {
                throw new Problem("loyalty.problem.tiers", place + 1, tier.fromPoints());
            }
        }
    }

    private static void requireWithin(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Problem("loyalty.problem." + what, value, least, most);
        }
    }
}
