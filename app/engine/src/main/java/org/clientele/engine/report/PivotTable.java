package org.clientele.engine.report;

import java.util.List;
import org.clientele.engine.column.Value;

/**
 * Customers × values of a field, with totals that are exact: the rows and the row of others add up to the last row, and so do columns.
 * Immutable.
 *
 * @param columns the values with a column of their own, then others and missing where they hold anything
 * @param rows the customers with a row of their own, the largest total first
 * @param others the row of all other customers, or a row of zeros when there are none
 * @param otherCustomers how many they are
 * @param total the row of all customers
 */
public record PivotTable(List<Group> columns, List<Row> rows, Row others, int otherCustomers, Row total)
        implements ReportTable {
    public PivotTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * The cells of a customer, or of several.
     *
     * @param customer the customer's index; −1 for several
     * @param cells one a column
     * @param total their sum
     */
    public record Row(int customer, List<Value> cells, Value total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
