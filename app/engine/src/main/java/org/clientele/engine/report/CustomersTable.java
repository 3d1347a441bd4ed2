package org.clientele.engine.report;

import java.util.BitSet;
import java.util.List;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.query.CustomerQuery;
import org.clientele.engine.query.SortBy;
import org.clientele.plugins.api.ReportDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A row for each customer, in the report's order, with shares of a total where it asks for them. Immutable. Memory: 4 bytes a customer
 * and, with shares, 8 more.
 */
public final class CustomersTable implements ReportTable {
    private final int[] order;
    private final @Nullable MeasureColumn cumulative;
    private final double[] running;
    private final double total;

    private CustomersTable(int[] order, @Nullable MeasureColumn cumulative) {
        this.order = order;
        this.cumulative = cumulative;
        this.running = cumulative == null ? new double[0] : running(order, cumulative);
        this.total = running.length == 0 ? 0 : running[running.length - 1];
    }

    static CustomersTable of(Snapshot snapshot, BitSet population, ReportDefinition.Customers report) {
        String sort = report.sort();
        String variable = sort != null && snapshot.data().definition().model(sort) != null
                ? Snapshot.SEGMENT_PREFIX + sort
                : sort;
        int[] order = CustomerQuery.all(snapshot)
                .within(population)
                .page(variable == null ? null : new SortBy(variable, report.descending(), null), 0, Integer.MAX_VALUE)
                .customers();
        String field = report.cumulative();
        MeasureColumn column = field == null ? null : (MeasureColumn) snapshot.column(field);
        return new CustomersTable(order, column);
    }

    private static double[] running(int[] order, MeasureColumn column) {
        double[] running = new double[order.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += known(column, order[i]);
            running[i] = sum;
        }
        return running;
    }

    private static double known(MeasureColumn column, int customer) {
        return column.isMissing(customer) ? 0 : column.asDouble(customer);
    }

    /** Number of rows. */
    public int size() {
        return order.length;
    }

    /** The index of the customer in a row. */
    public int customer(int row) {
        return order[row];
    }

    /** Whether the report asks for shares of a total. */
    public boolean hasShares() {
        return cumulative != null;
    }

    /** The share (0–1) that the row's customer has of the total; missing where the total is zero. */
    public Value share(int row) {
        return cumulative == null || total == 0
                ? Value.MISSING
                : new Value.Decimal(known(cumulative, order[row]) / total);
    }

    /** The share (0–1) that the customers of this row and those before have of the total; missing where the total is zero. */
    public Value cumulativeShare(int row) {
        return cumulative == null || total == 0 ? Value.MISSING : new Value.Decimal(running[row] / total);
    }

    /** The customers in rows of a page. */
    public List<Integer> page(int from, int count) {
        int to = (int) Math.min(order.length, (long) from + count);
        return from >= to
                ? List.of()
                : java.util.Arrays.stream(order, from, to).boxed().toList();
    }
}
