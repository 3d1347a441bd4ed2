package org.clientele.engine.comparison;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MoneyColumn;
import org.jspecify.annotations.Nullable;

/**
 * Customers by the calendar month of their first purchase, and how many of them buy in each month from then on.
 *
 * @param cohorts one for each month from the first purchase of all to the day of observation, oldest first; also those without customers
 * @param until the day of observation; the last month of every cohort may be cut by it
 */
public record Cohorts(List<Cohort> cohorts, LocalDate until) {
    public Cohorts {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * The customers who first bought in a month.
     *
     * @param month that one
     * @param customers how many
     * @param active how many of them bought in that month, the next one, …, up to the month of observation; the first is all of them
     * @param value what they spent in it, in minor units; a purchase without an amount counts 0
     */
    public record Cohort(YearMonth month, int customers, List<Integer> active, List<Long> value) {
        public Cohort {
            active = List.copyOf(active);
            value = List.copyOf(value);
        }

        /** The share, 0–1, of the cohort that bought so many months later; NaN for a cohort without customers. */
        public double retention(int months) {
            return customers == 0 ? Double.NaN : (double) active.get(months) / customers;
        }
    }

    /**
     * Counts.
     *
     * @param purchases each row a purchase
     * @param amounts what each came to, or null when nothing is known of it
     * @param until the day of observation; later purchases are not looked at
     */
    public static Cohorts of(ActivityColumns purchases, @Nullable MoneyColumn amounts, LocalDate until) {
        int end = (int) until.toEpochDay();
        int first = end + 1;
        for (int customer = 0; customer < purchases.customers(); customer++) {
            if (purchases.start(customer) < purchases.end(customer)) {
                first = Math.min(first, purchases.day(purchases.start(customer)));
            }
        }
        if (first > end) {
            return new Cohorts(List.of(), until);
        }
        int earliest = month(LocalDate.ofEpochDay(first));
        int[] monthOf = new int[end - first + 1];
        for (int day = 0; day < monthOf.length; day++) {
            monthOf[day] = month(LocalDate.ofEpochDay((long) first + day)) - earliest;
        }
        int months = monthOf[monthOf.length - 1] + 1;
        int[][] active = new int[months][months];
        long[][] value = new long[months][months];
        for (int customer = 0; customer < purchases.customers(); customer++) {
            int begin = purchases.start(customer);
            int stop = purchases.startFrom(customer, end + 1);
            int last = -1;
            int cohort = begin < stop ? monthOf[purchases.day(begin) - first] : 0;
            for (int row = begin; row < stop; row++) {
                int month = monthOf[purchases.day(row) - first];
                active[cohort][month] += month == last ? 0 : 1;
                last = month;
                value[cohort][month] += amounts == null || amounts.isMissing(row) ? 0 : amounts.get(row);
            }
        }
        return new Cohorts(cohorts(earliest, active, value), until);
    }

    private static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    private static List<Cohort> cohorts(int earliest, int[][] active, long[][] value) {
        List<Cohort> cohorts = new ArrayList<>();
        for (int cohort = 0; cohort < active.length; cohort++) {
            List<Integer> counts = new ArrayList<>();
            List<Long> sums = new ArrayList<>();
            for (int month = cohort; month < active.length; month++) {
                counts.add(active[cohort][month]);
                sums.add(value[cohort][month]);
            }
            int month = earliest + cohort;
            cohorts.add(new Cohort(
                    YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1),
                    counts.getFirst(),
                    counts,
                    sums));
        }
        return cohorts;
    }
}
