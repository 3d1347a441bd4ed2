package org.clientele.benchmarks;

import java.util.List;

/** A database that computes metrics and segments by itself and stores a row of every customer. */
interface SqlPeer {
    void prepare();

    void run();

    /** How many customers are in each segment of a model that has any, in the order of the segments. */
    List<Long> counts(String model);
}
