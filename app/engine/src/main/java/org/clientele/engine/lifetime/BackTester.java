package org.clientele.engine.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.clientele.engine.column.ActivityColumns;

/**
 * Compares a fitted model with what came, as Fader, Hardie, Lee (2005) do. Only customers who had bought by the day of the fit are looked at.
 * Stateless to the outside.
 */
public final class BackTester {
    private static final int CLASSES = 8;
    private static final int DAYS = 7;

    private final ActivityColumns purchases;
    private final PurchaseModel model;
    private final PurchaseHistories histories;
    private final int fittedUntil;
    private final int first;
    private final int weeks;
    private final int fittedWeeks;
    private final long[] made;
    private final long[] born;
    private final IntPredicate counts;

    private BackTester(
            ActivityColumns purchases, IntPredicate counts, PurchaseModel model, int fittedUntil, int until) {
        this.purchases = purchases;
        this.counts = counts;
        this.model = model;
        this.fittedUntil = fittedUntil;
        histories = PurchaseHistories.of(purchases, null, fittedUntil, counts);
        int earliest = fittedUntil + 1;
        for (int customer = 0; customer < histories.size(); customer++) {
            if (histories.known(customer)) {
                earliest = Math.min(earliest, histories.firstDay(customer, fittedUntil));
            }
        }
        fittedWeeks = Math.ceilDiv(fittedUntil + 1 - earliest, DAYS);
        first = fittedUntil + 1 - DAYS * fittedWeeks;
        weeks = Math.max(0, Math.floorDiv(until + 1 - first, DAYS));
        made = new long[weeks];
        born = new long[DAYS * fittedWeeks];
    }

    /**
     * Compares.
     *
     * @param purchases each row a purchase
     * @param model fitted to those up to {@code fittedUntil}
     * @param fittedUntil the last day of the fit, since 1970-01-01
     * @param until the last day of which purchases are known
     */
    public static BackTest test(ActivityColumns purchases, PurchaseModel model, int fittedUntil, int until) {
        return test(purchases, row -> true, model, fittedUntil, until);
    }

    /** The same where not every row is a purchase. @param counts whether a row is one */
    public static BackTest test(
            ActivityColumns purchases, IntPredicate counts, PurchaseModel model, int fittedUntil, int until) {
        if (until < fittedUntil) {
            throw new IllegalArgumentException(
                    "A back-test needs days after the fit: fitted until day %d, purchases known until day %d"
                            .formatted(fittedUntil, until));
        }
        return new BackTester(purchases, counts, model, fittedUntil, until).test();
    }

    private BackTest test() {
        int size = histories.size();
        double[] expected = new double[size];
        int[] actual = new int[size];
        double ahead = (weeks - fittedWeeks) * (double) DAYS / PurchaseHistories.WEEK;
        for (int customer = 0; customer < size; customer++) {
            if (histories.known(customer)) {
                actual[customer] = count(customer);
                expected[customer] = model.expected(
                        histories.repeats(customer), histories.last(customer), histories.age(customer), ahead);
            }
        }
        return summary(weeks(), expected, actual);
    }

    /** Counts the repeats by week, and those after the fit for themselves. */
    private int count(int customer) {
        int before = histories.firstDay(customer, fittedUntil);
        born[before - first]++;
        int after = 0;
        for (int row = purchases.start(customer); row < purchases.end(customer); row++) {
            int day = purchases.day(row);
            int week = (day - first) / DAYS;
            if (!counts.test(row)) {
                continue;
            }
            if (day != before && week < weeks) {
                made[week]++;
                after += day > fittedUntil ? 1 : 0;
            }
            before = day;
        }
        return after;
    }

    private List<BackTest.Week> weeks() {
        double[] byAge = new double[DAYS * weeks + 1];
        for (int age = 1; age < byAge.length; age++) {
            byAge[age] = model.expected(age / PurchaseHistories.WEEK);
        }
        List<BackTest.Week> list = new ArrayList<>();
        double expectedSoFar = 0;
        long actualSoFar = 0;
        for (int week = 0; week < weeks; week++) {
            int last = DAYS * week + DAYS - 1;
            double expected = 0;
            for (int day = 0; day < born.length && day < last; day++) {
                expected += born[day] * byAge[last - day];
            }
            actualSoFar += made[week];
            list.add(new BackTest.Week(first + last, expected - expectedSoFar, made[week], expected, actualSoFar));
            expectedSoFar = expected;
        }
        return list;
    }

    private BackTest summary(List<BackTest.Week> list, double[] expected, int[] actual) {
        double weekly = 0;
        double cumulative = 0;
        int counted = 0;
        for (BackTest.Week week : list.subList(fittedWeeks, weeks)) {
            if (week.actual() > 0) {
                counted++;
                weekly += Math.abs(week.expected() - week.actual()) / week.actual();
                cumulative += Math.abs(week.cumulativeExpected() - week.cumulativeActual()) / week.cumulativeActual();
            }
        }
        Agreement agreement = new Agreement();
        for (int customer = 0; customer < expected.length; customer++) {
            if (histories.known(customer)) {
                agreement.add(expected[customer], actual[customer]);
            }
        }
        return new BackTest(
                list,
                fittedWeeks,
                counted == 0 ? Double.NaN : weekly / counted,
                counted == 0 ? Double.NaN : cumulative / counted,
                agreement.expected,
                Math.round(agreement.actual),
                agreement.correlation(),
                classes(expected, actual));
    }

    private List<BackTest.RepeatClass> classes(double[] expected, int[] actual) {
        int[] customers = new int[CLASSES];
        double[] expectedIn = new double[CLASSES];
        double[] actualIn = new double[CLASSES];
        double[] modelled = new double[CLASSES];
        HistoryGroups groups = histories.groups();
        int[] byAge = new int[groups.longest + 1];
        for (int group = 0; group < groups.size; group++) {
            byAge[groups.ages[group]] += groups.counts[group];
        }
        for (int age = 0; age < byAge.length; age++) {
            double left = byAge[age];
            double[] shares =
                    age == 0 ? new double[] {1} : model.distribution(age / PurchaseHistories.WEEK, CLASSES - 1);
            for (int n = 0; byAge[age] > 0 && n < shares.length; n++) {
                modelled[n] += byAge[age] * shares[n];
                left -= byAge[age] * shares[n];
            }
            modelled[CLASSES - 1] += Math.max(0, left);
        }
        for (int customer = 0; customer < expected.length; customer++) {
            if (histories.known(customer)) {
                int in = Math.min(CLASSES - 1, histories.repeats(customer));
                customers[in]++;
                expectedIn[in] += expected[customer];
                actualIn[in] += actual[customer];
            }
        }
        List<BackTest.RepeatClass> classes = new ArrayList<>();
        for (int n = 0; n < CLASSES; n++) {
            int divisor = Math.max(1, customers[n]);
            classes.add(new BackTest.RepeatClass(
                    n, customers[n], modelled[n], expectedIn[n] / divisor, actualIn[n] / divisor));
        }
        return classes;
    }

    /** Pearson's correlation, and the sums on the way. */
    private static final class Agreement {
        private double n;
        private double expected;
        private double actual;
        private double ee;
        private double ea;
        private double aa;

        void add(double e, double a) {
            n++;
            expected += e;
            actual += a;
            ee += e * e;
            ea += e * a;
            aa += a * a;
        }

        double correlation() {
            double varianceE = ee - expected * expected / n;
            double varianceA = aa - actual * actual / n;
            return varianceE > 0 && varianceA > 0
                    ? (ea - expected * actual / n) / Math.sqrt(varianceE * varianceA)
                    : Double.NaN;
        }
    }
}
