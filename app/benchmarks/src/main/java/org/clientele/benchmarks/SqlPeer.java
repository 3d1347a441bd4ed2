package org.clientele.benchmarks;

import java.util.List;

/** A database that computes metrics and segments by itself and stores them. */
interface SqlPeer {
    String MEMBERSHIP = "(customer_id BIGINT, segment SMALLINT, valid_from DATE, reason VARCHAR(2000) NOT NULL,"
            + " PRIMARY KEY (customer_id, segment, valid_from))";

    void prepare();

    /** Stores a row of every customer. */
    void run();

    /** Stores a row of every membership with a short reason, as a recompute does, instead. */
    void runMemberships();

    /** How many customers are in each segment of a model that has any, in the order of the segments. */
    List<Long> counts(String model);
}
