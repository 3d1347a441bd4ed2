package org.clientele.engine.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.figure.Documents;
import org.clientele.plugins.api.ReportDefinition.Periods.Period;
import org.jspecify.annotations.Nullable;

/** One walk over an activity's rows, customer by customer; a customer's rows are in the order of days, so periods come one after the other. */
final class PeriodsWalk {
    private final ActivityColumns rows;
    private final @Nullable MoneyColumn amount;
    private final Condition where;
    private final RowGroups groups;
    private final Period period;
    private final TreeMap<LocalDate, PeriodsTable.Cell[]> cells = new TreeMap<>();
    private final Documents[] documents;
    private final long[] minor;
    private final List<Integer> touched = new ArrayList<>();

    PeriodsWalk(ActivityColumns rows, @Nullable MoneyColumn amount, Condition where, RowGroups groups, Period period) {
        this.rows = rows;
        this.amount = amount;
        this.where = where;
        this.groups = groups;
        this.period = period;
        documents = new Documents[groups.size() + 1];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = new Documents();
        }
        minor = new long[documents.length];
    }

    PeriodsTable table(BitSet population, int lastDay) {
        Calendar calendar = new Calendar(period);
        for (int c = population.nextSetBit(0); c >= 0; c = population.nextSetBit(c + 1)) {
            customer(c, lastDay, calendar);
        }
        return new PeriodsTable(
                period, !groups.groups().isEmpty(), period == Period.MONTH_OF_YEAR ? meansByMonth() : rowsOf(cells));
    }

    private void customer(int customer, int lastDay, Calendar calendar) {
        LocalDate current = null;
        for (int row = rows.start(customer); row < rows.end(customer) && rows.day(row) <= lastDay; row++) {
            if (!where.holds(row)) {
                continue;
            }
            LocalDate start = calendar.start(rows.day(row));
            if (current != null && !start.equals(current)) {
                flush(current);
            }
            current = start;
            take(groups.numbering().of(customer, row), row);
            take(groups.size(), row);
        }
        if (current != null) {
            flush(current);
        }
    }

    private void take(int group, int row) {
        if (!touched.contains(group)) {
            touched.add(group);
            documents[group].clear();
            minor[group] = 0;
        }
        documents[group].add(rows.document(row));
        if (amount != null && !amount.isMissing(row)) {
            minor[group] = Math.addExact(minor[group], amount.get(row));
        }
    }

    private void flush(LocalDate start) {
        PeriodsTable.Cell[] ofPeriod = cells.computeIfAbsent(start, day -> empty());
        for (int group : touched) {
            PeriodsTable.Cell cell = ofPeriod[group];
            cell.customers++;
            cell.events += documents[group].count();
            cell.minor = Math.addExact(cell.minor, minor[group]);
        }
        touched.clear();
    }

    private PeriodsTable.Cell[] empty() {
        PeriodsTable.Cell[] empty = new PeriodsTable.Cell[groups.size() + 1];
        for (int i = 0; i < empty.length; i++) {
            empty[i] = new PeriodsTable.Cell(amount == null ? null : amount.fractionDigits());
        }
        return empty;
    }

    private List<PeriodsTable.Row> rowsOf(TreeMap<LocalDate, PeriodsTable.Cell[]> byStart) {
        List<PeriodsTable.Row> result = new ArrayList<>();
        byStart.forEach((start, ofPeriod) -> add(result, start, ofPeriod, 1));
        return result;
    }

    /** Each month of the year: the mean over the years that have an event in it. */
    private List<PeriodsTable.Row> meansByMonth() {
        TreeMap<Integer, List<Map.Entry<LocalDate, PeriodsTable.Cell[]>>> months = new TreeMap<>();
        for (Map.Entry<LocalDate, PeriodsTable.Cell[]> period : cells.entrySet()) {
            months.computeIfAbsent(period.getKey().getMonthValue(), month -> new ArrayList<>())
                    .add(period);
        }
        List<PeriodsTable.Row> result = new ArrayList<>();
        months.forEach((month, years) -> {
            PeriodsTable.Cell[] sum = empty();
            for (Map.Entry<LocalDate, PeriodsTable.Cell[]> year : years) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i].add(year.getValue()[i]);
                }
            }
            add(result, years.getLast().getKey(), sum, years.size());
        });
        return result;
    }

    private void add(List<PeriodsTable.Row> result, LocalDate start, PeriodsTable.Cell[] ofPeriod, int years) {
        PeriodsTable.Cell all = ofPeriod[groups.size()];
        for (int i = 0; i < groups.groups().size(); i++) {
            if (!ofPeriod[i].isEmpty()) {
                result.add(row(start, groups.groups().get(i), ofPeriod[i], all, years));
            }
        }
        result.add(row(start, new Group(Group.Kind.ALL, "", new BitSet()), all, all, years));
    }

    private static PeriodsTable.Row row(
            LocalDate start, Group group, PeriodsTable.Cell cell, PeriodsTable.Cell all, int years) {
        return new PeriodsTable.Row(
                start,
                group,
                mean(cell.customers, years),
                share(cell.customers, all.customers),
                mean(cell.events, years),
                money(cell, years),
                cell.fractionDigits == null ? Value.MISSING : share(cell.minor, all.minor));
    }

    private static Value mean(long sum, int years) {
        return years == 1 ? new Value.Whole(sum) : new Value.Decimal((double) sum / years);
    }

    private static Value money(PeriodsTable.Cell cell, int years) {
        Integer digits = cell.fractionDigits;
        if (digits == null) {
            return Value.MISSING;
        }
        BigDecimal mean = BigDecimal.valueOf(cell.minor).divide(BigDecimal.valueOf(years), 0, RoundingMode.HALF_UP);
        return new Value.Money(mean.longValueExact(), digits);
    }

    private static Value share(long part, long whole) {
        return whole == 0 ? Value.MISSING : new Value.Decimal((double) part / whole);
    }

    /** The first day of the period of a day; the day asked for last is remembered. */
    private static final class Calendar {
        private final Period period;
        private int day = Integer.MIN_VALUE;
        private LocalDate start = LocalDate.EPOCH;

        Calendar(Period period) {
            this.period = period;
        }

        LocalDate start(int epochDay) {
            if (epochDay != day) {
                day = epochDay;
                start = startOf(LocalDate.ofEpochDay(epochDay));
            }
            return start;
        }

        private LocalDate startOf(LocalDate date) {
            return switch (period) {
                case YEAR -> date.withDayOfYear(1);
                case QUARTER -> date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1);
                case MONTH, MONTH_OF_YEAR -> date.withDayOfMonth(1);
            };
        }
    }
}
