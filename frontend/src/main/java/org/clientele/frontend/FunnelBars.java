package org.clientele.frontend;

import java.util.List;

/** Lying bars in a given order from top to bottom: the stages of the life cycle. */
public class FunnelBars extends Chart {
    public FunnelBars(String label) {
        super("funnel", label);
    }

    public final void setMarks(List<Mark> marks) {
        show(new Data(marks));
    }

    record Data(List<Mark> marks) {}
}
