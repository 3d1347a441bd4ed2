package org.clientele.engine.figure;

import java.util.Arrays;
import java.util.BitSet;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.MatrixResult;
import org.clientele.engine.model.ModelResult;

/** Figures of a matrix's cells. Stateless. */
public final class MatrixFigures {
    private MatrixFigures() {}

    /**
     * A cell's size and value.
     *
     * @param count number of customers in it
     * @param value sum of the value metric over them; customers without a value add nothing
     */
    public record Cell(int count, Value value) {}

    /**
     * Size and value of each cell, by row and column from the lowest values: {@code cells[row][column]}. Takes some ten milliseconds
     * for a million customers.
     *
     * @param value the value metric
     */
    public static Cell[][] cells(MatrixResult result, MeasureColumn value) {
        BitSet[][] members = new BitSet[result.rowCount()][result.columnCount()];
        for (BitSet[] row : members) {
            Arrays.setAll(row, column -> new BitSet());
        }
        for (int customer = 0; customer < result.size(); customer++) {
            if (result.segment(customer) != ModelResult.NONE) {
                members[result.row(customer)][result.column(customer)].set(customer);
            }
        }
        Cell[][] cells = new Cell[result.rowCount()][result.columnCount()];
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                BitSet in = members[row][column];
                cells[row][column] = new Cell(in.cardinality(), ColumnSum.of(value, in));
            }
        }
        return cells;
    }
}
