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
     */
    public record Cell(
            String key,
            int column,
            int row,
            String label,
            String text,
            @Nullable String colour) {}

    /** Shows the cells; the axis names stand below and beside the grid. */
    public final void setCells(String columnAxis, String rowAxis, List<Cell> cells) {
        show(new Data(columnAxis, rowAxis, cells));
    }

    record Data(String columnAxis, String rowAxis, List<Cell> cells) {}
}
