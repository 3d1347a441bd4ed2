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

    /** Figures from the activities of that id. Fails when the vertical declares none, or its amount was not loaded. */
    public static ActivityFigures of(VerticalColumns data, String activity) {
        ActivityColumns rows = data.activity(activity);
        ActivityDefinition declared = data.definition().activity(activity);
        String field = declared == null ? null : declared.amount();
        return new ActivityFigures(data, rows, field == null ? null : amount(rows, field));
    }

    private static MoneyColumn amount(ActivityColumns rows, String field) {
        if (rows.column(field) instanceof MoneyColumn money) {
            return money;
        }
        throw new IllegalArgumentException(
                "Field %s of activity %s was not loaded: load the fields that fieldsRead lists"
                        .formatted(field, rows.activity()));
    }

    /** Number of customers at the end of the period, see {@link VerticalColumns#present}. */
    public Figure customers(Period period) {
        BitSet now = data.present(period.lastDay());
        BitSet before = data.present(period.previous().lastDay());
        return new Figure(new Value.Whole(now.cardinality()), new Value.Whole(before.cardinality()), now);
    }

    /** Number of customers with an activity in the period. */
    public Figure active(Period period) {
        return active(totals(period), totals(period.previous()));
    }

    private static Figure active(PeriodTotals now, PeriodTotals before) {
        return new Figure(
                new Value.Whole(now.active().cardinality()),
                new Value.Whole(before.active().cardinality()),
                now.active());
    }

    /** Sum of the amounts in the period, returns deducted; missing when the activity carries no money. Behind it: the active. */
    public Figure revenue(Period period) {
        return revenue(totals(period), totals(period.previous()));
    }

    private Figure revenue(PeriodTotals now, PeriodTotals before) {
        return new Figure(money(now.revenue()), money(before.revenue()), now.active());
    }

    /**
     * Revenue per event over the rows with an amount above zero, rounded half up to the minor unit; missing without one. Behind it:
     * customers with such a row.
     */
    public Figure averageBasket(Period period) {
        return averageBasket(totals(period), totals(period.previous()));
    }

    private Figure averageBasket(PeriodTotals now, PeriodTotals before) {
        return new Figure(basket(now), basket(before), now.buyers());
    }

    /**
     * Share (0–1) of the period's active customers who had an event before their last one up to the period's end, whenever it was;
     * missing when nobody was active. Behind it: those customers.
     */
    public Figure repeatRate(Period period) {
        return repeatRate(totals(period), totals(period.previous()));
    }

    private static Figure repeatRate(PeriodTotals now, PeriodTotals before) {
        return new Figure(
                SegmentFigures.share(now.repeaters().cardinality(), now.active().cardinality()),
                SegmentFigures.share(
                        before.repeaters().cardinality(), before.active().cardinality()),
                now.repeaters());
    }

    /** All five key figures from two walks over the rows. */
    public KeyFigures keyFigures(Period period) {
        PeriodTotals now = totals(period);
        PeriodTotals before = totals(period.previous());
        return new KeyFigures(
                customers(period),
                active(now, before),
                revenue(now, before),
                averageBasket(now, before),
                repeatRate(now, before));
    }

    /** Revenue by calendar month, from the month of the period's first day to that of its last, months without revenue included. */
    public List<MonthRevenue> revenueByMonth(Period period) {
        MonthTotals now = MonthTotals.of(rows, amount, period);
        MonthTotals before = MonthTotals.of(rows, amount, yearBefore(period));
        List<MonthRevenue> months = new ArrayList<>();
        for (int i = 0; i < now.months().size(); i++) {
            months.add(new MonthRevenue(
                    now.months().get(i),
                    now.revenue()[i],
                    before.revenue()[i],
                    now.active().get(i)));
        }
        return months;
    }

    /** The same days of the year before; a period that ends with a month does so there too, leap day or not. */
    private static Period yearBefore(Period period) {
        YearMonth last = YearMonth.from(period.to());
        boolean whole = period.to().equals(last.atEndOfMonth());
        LocalDate to = whole ? last.minusYears(1).atEndOfMonth() : period.to().minusYears(1);
        return new Period(period.from().minusYears(1), to);
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
