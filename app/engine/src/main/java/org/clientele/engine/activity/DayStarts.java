package org.clientele.engine.activity;

import org.clientele.engine.column.ActivityColumns;

/**
 * Where each customer's rows on or after a day begin, found once for all metrics that ask. Whoever reads it has found it for the same customers
 * before, on the same thread; other threads may work on other customers meanwhile.
 */
public final class DayStarts {
    private final ActivityColumns rows;
    private final int day;
    private final int[] starts;

    /**
     * Finds nothing yet.
     *
     * @param day since 1970-01-01
     */
    public DayStarts(ActivityColumns rows, int day, int customers) {
        this.rows = rows;
        this.day = day;
        this.starts = new int[customers];
    }

    /** Finds it for some customers. */
    public void find(int fromCustomer, int toCustomer) {
        for (int customer = fromCustomer; customer < toCustomer; customer++) {
            starts[customer] = rows.startFrom(customer, day);
        }
    }

    /** The first row of a customer on or after the day; the row after its last one when there is none. */
    int of(int customer) {
        return starts[customer];
    }
}
