package org.clientele.benchmarks;

import java.util.List;

/** A database that computes metrics and segments by itself and stores them. */
interface SqlPeer {
    void prepare();

    /** Stores a row of every customer. */
    void run();

    /** Stores a row of every membership with a short reason, as a recompute does, instead. */
    void runMemberships();

    /** How many customers are in each segment of a model that has any, in the order of the segments. */
    List<Long> counts(String model);
}
