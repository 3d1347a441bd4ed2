package org.clientele.engine.metric;

import org.clientele.engine.activity.Scratch;
import org.clientele.engine.column.MeasureColumn;

/**
 * Computes one metric, customer by customer. Different customers may be computed by different threads, each with a scratch of its
 * own; each writes only its customers' places.
 */
interface Kernel {
    /** The customers from, including, to, excluding. */
    void compute(int from, int to, Scratch scratch);

    /** The finished column, in the unit in which the kernel counts. */
    MeasureColumn column();
}
