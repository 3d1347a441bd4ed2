package org.clientele.frontend;

import java.util.List;

/** Areas by value: segments with their revenue. */
public class TreemapChart extends Chart {
    public TreemapChart(String label) {
        super("treemap", label);
    }

    /** Marks without value are left out of the drawing; say so in the table. */
    public final void setMarks(List<Mark> marks) {
        show(new Data(marks));
    }

    record Data(List<Mark> marks) {}
}
