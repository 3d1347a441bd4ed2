package org.clientele.engine.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.ActivityDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Key figures from one kind of activity for a period, each compared with the previous period of equal length. Immutable and safe to
 * share between threads; every figure walks the rows of the period once.
 *
 * <p>A row with an amount below zero is a return: it lowers revenue, but is neither a basket nor an event that repeats. Rows of one
 * document are one event.
 */
public final class ActivityFigures {
    private final VerticalColumns data;
    private final ActivityColumns rows;
    private final @Nullable MoneyColumn amount;

    private ActivityFigures(VerticalColumns data, ActivityColumns rows, @Nullable MoneyColumn amount) {
        this.data = data;
        this.rows = rows;
        this.amount = amount;
    }

    /** Figures from the activities of that id. Fails when the vertical declares none. */
    public static ActivityFigures of(VerticalColumns data, String activity) {
        ActivityColumns rows = data.activity(activity);
        ActivityDefinition declared = data.definition().activity(activity);
        String field = declared == null ? null : declared.amount();
        MoneyColumn amount = field != null && rows.column(field) instanceof MoneyColumn money ? money : null;
        return new ActivityFigures(data, rows, amount);
    }

    /** Number of customers at the end of the period, see {@link VerticalColumns#present}. */
    public Figure customers(Period period) {
        BitSet now = data.present(period.lastDay());
        BitSet before = data.present(period.previous().lastDay());
        return new Figure(new Value.Whole(now.cardinality()), new Value.Whole(before.cardinality()), now);
    }

    /** Number of customers with an activity in the period. */
    public Figure active(Period period) {
        PeriodTotals now = totals(period);
        PeriodTotals before = totals(period.previous());
        return new Figure(
                new Value.Whole(now.active().cardinality()),
                new Value.Whole(before.active().cardinality()),
                now.active());
    }

    /** Sum of the amounts in the period, returns deducted; missing when the activity carries no money. Behind it: the active. */
    public Figure revenue(Period period) {
        PeriodTotals now = totals(period);
        return new Figure(money(now.revenue()), money(totals(period.previous()).revenue()), now.active());
    }

    /**
     * Revenue per event over the rows with an amount above zero, rounded half up to the minor unit; missing without one. Behind it:
     * customers with such a row.
     */
    public Figure averageBasket(Period period) {
        PeriodTotals now = totals(period);
        return new Figure(basket(now), basket(totals(period.previous())), now.buyers());
    }

    /**
     * Share (0–1) of the period's active customers who had an event before their last one up to the period's end, whenever it was;
     * missing when nobody was active. Behind it: those customers.
     */
    public Figure repeatRate(Period period) {
        PeriodTotals now = totals(period);
        PeriodTotals before = totals(period.previous());
        return new Figure(
                SegmentFigures.share(now.repeaters().cardinality(), now.active().cardinality()),
                SegmentFigures.share(
                        before.repeaters().cardinality(), before.active().cardinality()),
                now.repeaters());
    }

    /** Revenue by calendar month, from the month of the period's first day to that of its last, months without revenue included. */
    public List<MonthRevenue> revenueByMonth(Period period) {
        List<MonthRevenue> months = new ArrayList<>();
        YearMonth last = YearMonth.from(period.to());
        for (YearMonth month = YearMonth.from(period.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            Period part = new Period(later(month.atDay(1), period.from()), earlier(month.atEndOfMonth(), period.to()));
            PeriodTotals now = totals(part);
            Period yearBefore = new Period(part.from().minusYears(1), part.to().minusYears(1));
            months.add(new MonthRevenue(month, now.revenue(), totals(yearBefore).revenue(), now.active()));
        }
        return months;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private PeriodTotals totals(Period period) {
        return PeriodTotals.of(rows, amount, period);
    }

    private Value money(long minor) {
        return amount == null ? Value.MISSING : new Value.Money(minor, amount.fractionDigits());
    }

    private Value basket(PeriodTotals totals) {
        return totals.baskets() == 0 ? Value.MISSING : money(halfUp(totals.basketRevenue(), totals.baskets()));
    }

    private static long halfUp(long sum, long count) {
        return (2 * sum + count) / (2 * count);
    }
}
