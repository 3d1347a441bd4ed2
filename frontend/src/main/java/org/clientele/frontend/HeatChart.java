package org.clientele.frontend;

import java.util.List;

/** Cells shaded by a share, rows from top to bottom: retention by cohort, who moved from where to where. */
public class HeatChart extends Chart {
    public HeatChart(String label) {
        super("heat", label);
        setHeight(Height.GRID);
    }

    /**
     * One cell.
     *
     * @param column from 0, left to right
     * @param row from 0, top to bottom
     * @param label what it is about
     * @param text all there is to say about it
     * @param figure the few letters that stand in it
     * @param share from 0 to 1, how strongly it is shaded
     */
    public record Cell(String key, int column, int row, String label, String text, String figure, double share) {}

    /** Shows the cells; the labels of columns run from left to right, those of rows from top to bottom. */
    public final void setCells(GridChart.Axis columns, GridChart.Axis rows, List<Cell> cells) {
        show(new Data(columns, rows, cells));
    }

    record Data(GridChart.Axis columns, GridChart.Axis rows, List<Cell> cells) {}
}
