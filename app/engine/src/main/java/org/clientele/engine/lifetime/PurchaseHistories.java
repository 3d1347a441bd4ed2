package org.clientele.engine.lifetime;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each customer on a day: on how many days after the first one he bought, when last, since when he is a customer, and what he
 * spent on those days. Columns of equal length, a row for each customer. Immutable; safe to share between threads.
 *
 * <p>Purchases of one day count as one. A customer without a purchase up to the day has {@link #known} false and is in no fit. The value of a
 * day is the sum of its amounts that are known and finite; a day without any counts as a purchase but has no value. Memory: 24 bytes a customer.
 */
public final class PurchaseHistories {
    /** Days of a week, the unit of time of the models. */
    public static final double WEEK = 7;

    /** Longer lives, some 2,800 years, are refused. */
    public static final int LONGEST = (1 << 20) - 1;

    private static final IntPredicate ALL = row -> true;
    private static final int UNKNOWN = -1;
    private static final int WORTH = 16_384;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final int[] repeats;
    private final int[] last;
    private final int[] ages;
    private final int[] valued;
    private final double[] means;

    private PurchaseHistories(int[] repeats, int[] last, int[] ages, int[] valued, double[] means) {
        this.repeats = repeats;
        this.last = last;
        this.ages = ages;
        this.valued = valued;
        this.means = means;
    }

    /**
     * From columns already computed; they are copied.
     *
     * @param repeats days after the first on which the customer bought; negative: not a customer yet
     * @param lastDays the last of them, in days after the first; 0 without
     * @param ageDays days from the first purchase to the day of observation
     * @param means mean value of the repeats; not above 0, NaN or infinite: without value
     * @throws IllegalArgumentException when columns differ in length or a row cannot be
     */
    public static PurchaseHistories of(int[] repeats, int[] lastDays, int[] ageDays, double[] means) {
        int size = repeats.length;
        if (lastDays.length != size || ageDays.length != size || means.length != size) {
            throw new IllegalArgumentException("Histories need columns of equal length, found %d, %d, %d and %d"
                    .formatted(size, lastDays.length, ageDays.length, means.length));
        }
        int[] valued = new int[size];
        for (int row = 0; row < size; row++) {
            boolean fits = repeats[row] <= lastDays[row]
                    && lastDays[row] <= ageDays[row]
                    && ageDays[row] <= LONGEST
                    && (repeats[row] > 0 || lastDays[row] == 0);
            if (repeats[row] >= 0 && !fits) {
                throw new IllegalArgumentException(
                        "Row %d has %d repeats, the last after %d days, at an age of %d days: expected repeats <= last <= age <= %d, and no last without repeats"
                                .formatted(row, repeats[row], lastDays[row], ageDays[row], LONGEST));
            }
            valued[row] = isValue(means[row]) ? Math.max(0, repeats[row]) : 0;
        }
        return new PurchaseHistories(repeats.clone(), lastDays.clone(), ageDays.clone(), valued, means.clone());
    }

    private static boolean isValue(double mean) {
        return mean > 0 && mean < Double.POSITIVE_INFINITY;
    }

    /**
     * From purchases; uses all processors.
     *
     * @param purchases each row a purchase
     * @param amounts what each came to, or null when nothing is known of it
     * @param day the day of observation since 1970-01-01; later purchases are not looked at
     */
    public static PurchaseHistories of(ActivityColumns purchases, @Nullable MeasureColumn amounts, int day) {
        return of(purchases, amounts, day, ALL);
    }

    /** The same where not every row is a purchase. @param counts whether a row is one */
    public static PurchaseHistories of(
            ActivityColumns purchases, @Nullable MeasureColumn amounts, int day, IntPredicate counts) {
        int size = purchases.customers();
        PurchaseHistories histories =
                new PurchaseHistories(new int[size], new int[size], new int[size], new int[size], new double[size]);
        Blocks.run(size, WORTH, (from, to) -> {
            for (int customer = from; customer < to; customer++) {
                histories.read(customer, purchases, amounts, day, counts);
            }
        });
        return histories;
    }

    private void read(
            int customer, ActivityColumns purchases, @Nullable MeasureColumn amounts, int day, IntPredicate counts) {
        int end = purchases.startFrom(customer, day + 1);
        int row = next(purchases.start(customer), end, counts);
        repeats[customer] = UNKNOWN;
        means[customer] = Double.NaN;
        if (row == end) {
            return;
        }
        int first = purchases.day(row);
        int days = 0;
        double sum = 0;
        while (row < end) {
            int at = purchases.day(row);
            double value = Double.NaN;
            for (; row < end && purchases.day(row) == at; row = next(row + 1, end, counts)) {
                double amount = amounts == null ? Double.NaN : amounts.asDouble(row);
                value = !Double.isFinite(amount) ? value : Double.isNaN(value) ? amount : value + amount;
            }
            days++;
            if (at > first && !Double.isNaN(value)) {
                sum += value;
                valued[customer]++;
            }
            last[customer] = at - first;
        }
        repeats[customer] = days - 1;
        ages[customer] = Math.min(LONGEST, day - first);
        means[customer] = valued[customer] == 0 ? Double.NaN : sum / valued[customer];
        valued[customer] = isValue(means[customer]) ? valued[customer] : 0;
    }

    private static int next(int from, int end, IntPredicate counts) {
        int row = from;
        while (row < end && !counts.test(row)) {
            row++;
        }
        return row;
    }

    /** Number of rows. */
    public int size() {
        return repeats.length;
    }

    /** Whether the customer had bought by the day of observation. */
    public boolean known(int customer) {
        return repeats[customer] >= 0;
    }

    /** Days after the first on which the customer bought; negative when not {@link #known}. */
    public int repeats(int customer) {
        return repeats[customer];
    }

    /** The last of them, in weeks after the first purchase. */
    public double last(int customer) {
        return last[customer] / WEEK;
    }

    /** Weeks from the first purchase to the day of observation. */
    public double age(int customer) {
        return ages[customer] / WEEK;
    }

    /** How many repeats have a value; 0 when their mean is not above 0. */
    public int valued(int customer) {
        return valued[customer];
    }

    /** The mean value of the repeats that have one, money in major units; not to be read when {@link #valued} is 0. */
    public double mean(int customer) {
        return means[customer];
    }

    /** A number that is the same for the same rows; different ones share it with a probability of some 10⁻¹⁹. */
    public long fingerprint() {
        long hash = repeats.length;
        for (int row = 0; row < repeats.length; row++) {
            if (known(row)) {
                hash = mixed(mixed(hash, row), HistoryGroups.key(repeats[row], last[row], ages[row]));
                hash = mixed(hash, valued[row] == 0 ? 0 : Double.doubleToLongBits(means[row]) + valued[row]);
            }
        }
        return hash;
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * MIX;
        return mixed ^ (mixed >>> 29);
    }

    /** The day of a known customer's first purchase, since 1970-01-01, when observed on a day. */
    int firstDay(int customer, int day) {
        return day - ages[customer];
    }

    /** Histories that are equal taken together; those not known left out. */
    HistoryGroups groups() {
        long[] keys = new long[repeats.length];
        int count = 0;
        for (int row = 0; row < repeats.length; row++) {
            if (repeats[row] >= 0) {
                keys[count++] = HistoryGroups.key(repeats[row], last[row], ages[row]);
            }
        }
        keys = Arrays.copyOf(keys, count);
        Arrays.parallelSort(keys);
        return new HistoryGroups(keys);
    }

    /** The group of a known customer. */
    int group(HistoryGroups groups, int customer) {
        return groups.find(repeats[customer], last[customer], ages[customer]);
    }
}
