package org.clientele.frontend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labelled cells in rows and columns: the RFM grid, recency upwards, the mean of frequency and monetary to the right. */
public class GridChart extends Chart {
    public GridChart(String label) {
        super("grid", label);
        setHeight(Height.GRID);
    }

    /**
     * One cell.
     *
     * @param column from 1, left to right
     * @param row from 1, bottom to top
     * @param text the count as people read it
     * @param colour a name of {@link Tone}
     * @param exact what the cell says in full, where the text is short; null: the text says it
     */
    public record Cell(
            String key,
            int column,
            int row,
            String label,
            String text,
            @Nullable String colour,
            @Nullable String exact) {
        /** A cell whose text says everything in full. */
        public Cell(String key, int column, int row, String label, String text, @Nullable String colour) {
            this(key, column, row, label, text, colour, null);
        }
    }

    /**
     * One side of the grid.
     *
     * @param name what stands below or beside the grid
     * @param labels of the columns from left to right, or the rows from bottom to top; empty: their numbers
     */
    public record Axis(String name, List<String> labels) {
        public Axis {
            labels = List.copyOf(labels);
        }
    }

    /** Shows the cells in numbered columns and rows; the axis names stand below and beside the grid. */
    public final void setCells(String columnAxis, String rowAxis, List<Cell> cells) {
        setCells(new Axis(columnAxis, List.of()), new Axis(rowAxis, List.of()), cells);
    }

    /** Shows the cells. */
    public final void setCells(Axis columns, Axis rows, List<Cell> cells) {
        getElement().setAttribute("columns", String.valueOf(width(cells)));
        show(new Data(columns, rows, cells));
    }

    /** The style sheet gives grids of many columns the whole width of a printed page. */
    private static int width(List<Cell> cells) {
        return cells.stream().mapToInt(Cell::column).max().orElse(0);
    }

    record Data(Axis columns, Axis rows, List<Cell> cells) {}
}
