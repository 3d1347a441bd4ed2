package org.clientele.engine.report;

import java.time.LocalDate;
import java.util.List;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ReportDefinition.Periods.Period;
import org.jspecify.annotations.Nullable;

/**
 * Customers, events and amount by period and group. Immutable.
 *
 * @param period the length of a period
 * @param grouped whether rows stand for groups of a period; each period then ends with a row for all of it
 * @param rows in the order of time and, within a period, of the groups; groups without an event in the period are left out
 */
public record PeriodsTable(Period period, boolean grouped, List<Row> rows) implements ReportTable {
    public PeriodsTable {
        rows = List.copyOf(rows);
    }

    /**
     * One period, or one group of a period.
     *
     * @param start the period's first day; for months of the year a day of that month in some year
     * @param group the group, {@link Group.Kind#ALL} for all of the period
     * @param customers customers with an event, each once; the mean over the years for months of the year
     * @param customersShare those as a share (0–1) of the period's
     * @param events number of events; the mean over the years for months of the year
     * @param amount the amount, missing where the activity carries none; the mean over the years for months of the year
     * @param amountShare the amount as a share of the period's; missing where that is zero
     */
    public record Row(
            LocalDate start,
            Group group,
            Value customers,
            Value customersShare,
            Value events,
            Value amount,
            Value amountShare) {}

    /** Counts of a cell while it grows. */
    static final class Cell {
        long customers;
        long events;
        long minor;
        final @Nullable Integer fractionDigits;

        Cell(@Nullable Integer fractionDigits) {
            this.fractionDigits = fractionDigits;
        }

        void add(Cell other) {
            customers += other.customers;
            events += other.events;
            minor = Math.addExact(minor, other.minor);
        }

        boolean isEmpty() {
            return events == 0;
        }
    }
}
