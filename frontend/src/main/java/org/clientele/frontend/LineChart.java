package org.clientele.frontend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines over the same steps: the size of each segment month by month, what came and what was foretold week by week. */
public class LineChart extends Chart {
    private String unit = "";
    private boolean scaled;

    public LineChart(String label) {
        super("lines", label);
        setHeight(Height.TALL);
    }

    /** What stands before the numbers of the axis, such as a currency sign. */
    public LineChart unit(String unit) {
        this.unit = unit;
        return this;
    }

    /** Lets the axis begin where the lines do; for measures without a meaningful zero, such as the silhouette. */
    public LineChart scaled() {
        scaled = true;
        return this;
    }

    /** A step on the axis, from left to right. */
    public record Step(String key, String label) {}

    /**
     * A point of a line.
     *
     * @param value null: a gap
     * @param text the value as people read it
     */
    public record Point(@Nullable Double value, String text) {}

    /**
     * A line; a click on a point hands back its key, {@code @}, and the step's key.
     *
     * @param colour a name of {@link Tone}; null: the chart chooses
     * @param points one for each step
     */
    public record Line(String key, String label, @Nullable String colour, boolean dashed, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** Shows the lines. */
    public final void setLines(List<Step> steps, List<Line> lines) {
        for (Line line : lines) {
            if (line.points().size() != steps.size()) {
                throw new IllegalArgumentException("Line %s has %d points for %d steps: give one point per step"
                        .formatted(line.key(), line.points().size(), steps.size()));
            }
        }
        show(new Data(steps, lines, unit, scaled));
    }

    record Data(List<Step> steps, List<Line> lines, String unit, boolean scaled) {}
}
