package org.clientele.frontend;

import java.util.List;

/** Upright bars over time, such as revenue by month, with an optional dashed line to compare with. */
public class BarChart extends Chart {
    private String unit = "";

    public BarChart(String label) {
        super("bar", label);
    }

    /** What stands before the numbers of the axis, such as a currency sign. */
    public BarChart unit(String unit) {
        this.unit = unit;
        return this;
    }

    public final void setBars(List<Mark> bars) {
        show(new Data(bars, "", "", List.of(), unit));
    }

    /**
     * Bars with a comparison.
     *
     * @param name what the bars are, for the tooltip, such as "Last 12 months"
     * @param comparisonName what the line is, such as "The year before"
     * @param comparison one mark per bar, in the same order
     */
    public final void setBars(String name, List<Mark> bars, String comparisonName, List<Mark> comparison) {
        if (comparison.size() != bars.size()) {
            throw new IllegalArgumentException("%d bars but %d marks to compare with: give one mark per bar"
                    .formatted(bars.size(), comparison.size()));
        }
        show(new Data(bars, name, comparisonName, comparison, unit));
    }

    record Data(List<Mark> marks, String name, String comparisonName, List<Mark> comparison, String unit) {}
}
