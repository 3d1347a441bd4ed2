package org.clientele.engine.metric;

import java.time.LocalDate;
import org.clientele.engine.activity.RowSet;

/** Days of a customer's rows, which stand in ascending order of day. */
final class Days {
    private Days() {}

    static long first(RowSet set, int customer) {
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            if (set.counts(row)) {
                return set.rows().day(row);
            }
        }
        return Kernels.MISSING;
    }

    static long last(RowSet set, int customer) {
        int from = set.from(customer);
        for (int row = set.to(customer) - 1; row >= from; row--) {
            if (set.counts(row)) {
                return set.rows().day(row);
            }
        }
        return Kernels.MISSING;
    }

    static long since(RowSet set, long day) {
        return day == Kernels.MISSING ? Kernels.MISSING : set.lastDay() - day;
    }

    static long months(RowSet set, int customer) {
        long months = 0;
        long nextMonth = Long.MIN_VALUE;
        int to = set.to(customer);
        for (int row = set.from(customer); row < to; row++) {
            int day = set.rows().day(row);
            if (day >= nextMonth && set.counts(row)) {
                months++;
                LocalDate month = LocalDate.ofEpochDay(day).withDayOfMonth(1);
                nextMonth = month.plusMonths(1).toEpochDay();
            }
        }
        return months;
    }
}
