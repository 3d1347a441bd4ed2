package org.clientele.portal.overview;

import java.time.LocalDate;
import java.util.List;
import org.clientele.check.CheckSummary;
import org.clientele.engine.figure.Figure;
import org.clientele.engine.figure.MatrixFigures;
import org.clientele.engine.figure.MonthRevenue;
import org.clientele.engine.figure.Movement;
import org.clientele.engine.figure.SegmentTotal;
import org.clientele.engine.model.MatrixResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.report.FunnelTable;
import org.clientele.engine.report.GroupsTable;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.report.ReportPage;

/** What a tile shows. */
public sealed interface Tile {
    TileDefinition definition();

    /** A figure with its comparison. */
    record KeyNumber(TileDefinition definition, Figure figure) implements Tile {}

    /** Revenue by month. */
    record Months(TileDefinition definition, List<MonthRevenue> months) implements Tile {}

    /**
     * Size and value of the segments of a model.
     *
     * @param result the model's result as of the period's end
     */
    record Segments(TileDefinition definition, ModelResult result, List<SegmentTotal> totals, int customers)
            implements Tile {}

    /**
     * The grid of an RFM model.
     *
     * @param counts customers by recency score and level, both from 1: {@code counts[r-1][level-1]}
     */
    record Grid(TileDefinition definition, RfmResult result, int[][] counts) implements Tile {}

    /**
     * The grid of a matrix model.
     *
     * @param cells size and value by row and column, lowest values first
     */
    record Matrix(TileDefinition definition, MatrixResult result, MatrixFigures.Cell[][] cells) implements Tile {}

    /** Movement between segments from the evening before the period to its end. */
    record Moves(TileDefinition definition, Movement movement, ModelResult result, LocalDate start, LocalDate end)
            implements Tile {
        /** Number of customers who were in one segment and are in another. */
        public int moved() {
            int moved = 0;
            for (int from = 0; from < movement.segmentCount(); from++) {
                moved += movement.out(from);
            }
            return moved;
        }
    }

    /** One or two measures for each value of an attribute or a model. */
    record Breakdown(TileDefinition definition, GroupsTable table) implements Tile {}

    /** How many customers come how far. */
    record Funnel(TileDefinition definition, FunnelTable table) implements Tile {}

    /** The first rows of a report. */
    record Report(TileDefinition definition, ReportPage page) implements Tile {}

    /** How the customers stand by a group of checks, as of the snapshot's day. */
    record Gaps(TileDefinition definition, CheckSummary summary) implements Tile {}

    /** The tile could not be computed; the others are not touched by it. */
    record Failed(TileDefinition definition) implements Tile {}
}
