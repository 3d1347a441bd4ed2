package org.clientele.engine.figure;

import java.util.BitSet;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * What one walk over a period's rows finds.
 *
 * @param active customers with a row
 * @param buyers customers with a row above zero
 * @param repeaters active customers with two events up to the period's end
 * @param revenue sum of all amounts, minor units
 * @param basketRevenue sum of the amounts above zero
 * @param baskets number of events among the rows above zero
 */
record PeriodTotals(BitSet active, BitSet buyers, BitSet repeaters, long revenue, long basketRevenue, long baskets) {

    /** So many customers are worth a thread. */
    static final int WORTH = 16_384;

    static PeriodTotals of(ActivityColumns rows, @Nullable MoneyColumn amount, Period period) {
        Walk all = new Walk(rows, amount);
        Blocks.run(rows.customers(), WORTH, (first, last) -> {
            Walk walk = new Walk(rows, amount);
            for (int customer = first; customer < last; customer++) {
                int from = rows.startFrom(customer, period.firstDay());
                int to = rows.startFrom(customer, period.lastDay() + 1);
                if (from < to) {
                    walk.customer(customer, from, to);
                }
            }
            all.add(walk);
        });
        return new PeriodTotals(all.active, all.buyers, all.repeaters, all.revenue, all.basketRevenue, all.baskets);
    }

    /** The running totals of a walk. */
    private static final class Walk {
        private final ActivityColumns rows;
        private final @Nullable MoneyColumn amount;
        private final Documents documents = new Documents();
        private final BitSet active = new BitSet();
        private final BitSet buyers = new BitSet();
        private final BitSet repeaters = new BitSet();
        private long revenue;
        private long basketRevenue;
        private long baskets;

        Walk(ActivityColumns rows, @Nullable MoneyColumn amount) {
            this.rows = rows;
            this.amount = amount;
        }

        synchronized void add(Walk part) {
            active.or(part.active);
            buyers.or(part.buyers);
            repeaters.or(part.repeaters);
            revenue = Math.addExact(revenue, part.revenue);
            basketRevenue = Math.addExact(basketRevenue, part.basketRevenue);
            baskets += part.baskets;
        }

        void customer(int customer, int from, int to) {
            active.set(customer);
            documents.clear();
            for (int row = from; row < to; row++) {
                long minor = minor(row);
                if (minor != MoneyColumn.MISSING) {
                    revenue = Math.addExact(revenue, minor);
                    if (minor > 0) {
                        basketRevenue = Math.addExact(basketRevenue, minor);
                        documents.add(rows.document(row));
                    }
                }
            }
            int events = documents.count();
            baskets += events;
            buyers.set(customer, events > 0);
            repeaters.set(customer, hasTwoEvents(rows.start(customer), to));
        }

        private long minor(int row) {
            return amount == null ? MoneyColumn.MISSING : amount.get(row);
        }

        private boolean hasTwoEvents(int from, int to) {
            boolean one = false;
            long first = ActivityColumns.NO_DOCUMENT;
            for (int row = from; row < to; row++) {
                long minor = minor(row);
                if (minor == MoneyColumn.MISSING || minor >= 0) {
                    long document = rows.document(row);
                    if (one && (document == ActivityColumns.NO_DOCUMENT || document != first)) {
                        return true;
                    }
                    first = one ? first : document;
                    one = true;
                }
            }
            return false;
        }
    }
}
