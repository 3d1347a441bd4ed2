package org.clientele.segment.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.model.RfmResult;
import org.clientele.frontend.GridChart;
import org.clientele.plugins.api.ModelDefinition;

/** The labels of an RFM model over recency and level, each cell with how many customers it has. */
final class LabelGrid {
    private static final int SCORES = 5;

    private LabelGrid() {}

    /** Shows the labels in the chart; a cell's key is {@code recency:level}. */
    static void fill(GridChart chart, SegmentWords words, RfmResult rfm) {
        ModelDefinition model = rfm.model();
        int[][] counts = rfm.gridCounts();
        List<GridChart.Cell> cells = new ArrayList<>();
        for (int recency = 1; recency <= SCORES; recency++) {
            for (int level = 1; level <= SCORES; level++) {
                int segment = rfm.segmentAt(recency, level);
                cells.add(new GridChart.Cell(
                        recency + ":" + level,
                        level,
                        recency,
                        words.segment(model, segment),
                        words.formats().whole(counts[recency - 1][level - 1]),
                        SegmentWords.tone(model, segment)));
            }
        }
        chart.setCells(words.text("segment.grid.level"), words.text("segment.grid.recency"), cells);
    }
}
