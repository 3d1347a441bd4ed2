package org.clientele.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a quarter with those before it.
 *
 * @param running whether the quarter is not over yet on the day of the data
 */
public record MarketPage(LocalDate asOf, Quarter quarter, boolean running, List<Line> lines) {
    public MarketPage {
        lines = List.copyOf(lines);
    }

    /**
     * A measure over time.
     *
     * @param points the shown quarter last
     * @param target in force in that quarter, or null: none is set
     */
    public record Line(
            Measure measure, List<Point> points, @Nullable Double target) {
        public Line {
            points = List.copyOf(points);
        }

        public Result shown() {
            return points.getLast().result();
        }

        /** The quarter before the shown one. */
        public Result before() {
            return points.get(points.size() - 2).result();
        }
    }

    /** A measure of a quarter. */
    public record Point(Quarter quarter, Result result) {}
}
