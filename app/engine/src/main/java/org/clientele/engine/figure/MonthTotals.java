package org.clientele.engine.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * Revenue and active customers of each calendar month of a period, found in one walk.
 *
 * @param months the months in order
 * @param revenue sum of the amounts by month, minor units
 * @param active customers with a row by month
 */
record MonthTotals(List<YearMonth> months, long[] revenue, List<BitSet> active) {

    static MonthTotals of(ActivityColumns rows, @Nullable MoneyColumn amount, Period period) {
        List<YearMonth> months = months(period);
        int[] monthOfDay = monthOfDay(period);
        MonthTotals all = empty(months);
        Blocks.run(rows.customers(), PeriodTotals.WORTH, (from, to) -> {
            MonthTotals part = empty(months);
            for (int customer = from; customer < to; customer++) {
                part.add(rows, amount, period, monthOfDay, customer);
            }
            all.add(part);
        });
        return all;
    }

    private static MonthTotals empty(List<YearMonth> months) {
        return new MonthTotals(
                months,
                new long[months.size()],
                months.stream().map(month -> new BitSet()).toList());
    }

    private void add(
            ActivityColumns rows, @Nullable MoneyColumn amount, Period period, int[] monthOfDay, int customer) {
        int to = rows.end(customer);
        for (int row = rows.startFrom(customer, period.firstDay()); row < to; row++) {
            int day = rows.day(row);
            if (day > period.lastDay()) {
                break;
            }
            int month = monthOfDay[day - period.firstDay()];
            active.get(month).set(customer);
            if (amount != null && !amount.isMissing(row)) {
                revenue[month] = Math.addExact(revenue[month], amount.get(row));
            }
        }
    }

    private synchronized void add(MonthTotals part) {
        for (int month = 0; month < revenue.length; month++) {
            revenue[month] = Math.addExact(revenue[month], part.revenue[month]);
            active.get(month).or(part.active.get(month));
        }
    }

    private static List<YearMonth> months(Period period) {
        List<YearMonth> months = new ArrayList<>();
        YearMonth last = YearMonth.from(period.to());
        for (YearMonth month = YearMonth.from(period.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static int[] monthOfDay(Period period) {
        int[] months = new int[period.days()];
        int month = 0;
        LocalDate day = period.from();
        for (int i = 0; i < months.length; i++) {
            month += i > 0 && day.getDayOfMonth() == 1 ? 1 : 0;
            months[i] = month;
            day = day.plusDays(1);
        }
        return months;
    }
}
