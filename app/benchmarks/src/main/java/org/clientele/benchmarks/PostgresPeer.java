package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One statement of PostgreSQL that does what a recompute does, over a covering index that the planner is told to use. */
final class PostgresPeer implements SqlPeer {
    private static final String REASON =
            "concat('[1,\"%s\",', recency, ',', frequency, ',', monetary, ',', spend, ',', spend_before, ']')";

    private final Jdbi jdbi;
    private final SegmentSql sql;

    PostgresPeer(Jdbi jdbi, SegmentSql sql) {
        this.jdbi = jdbi;
        this.sql = sql;
    }

    @Override
    public void prepare() {
        jdbi.useHandle(handle -> {
            handle.execute("CREATE INDEX peer_purchases ON %s (customer_id) INCLUDE (happened_at, %s)"
                    .formatted(sql.table(), sql.amount()));
            handle.execute("VACUUM ANALYZE " + sql.table());
            handle.execute("""
                    CREATE TABLE peer_customer (customer_id BIGINT PRIMARY KEY, recency INTEGER, tenure INTEGER,
                      frequency BIGINT, monetary BIGINT, spend BIGINT, spend_before BIGINT,
                      rfm SMALLINT, pyramid SMALLINT, life_cycle SMALLINT)""");
            handle.execute("CREATE TABLE peer_membership " + MEMBERSHIP);
        });
    }

    /** A row of a customer with metrics and segments. */
    @Override
    public void run() {
        told("peer_customer", """
                INSERT INTO peer_customer
                WITH %s
                SELECT %s, %s, %s, %s FROM m CROSS JOIN cuts""".formatted(with(), SegmentSql.METRICS, rfm(), pyramid(), sql.lifeCycle()));
    }

    @Override
    public void runMemberships() {
        List<String> rows = new ArrayList<>();
        rows.add("(%s, %s)".formatted(rfm(), REASON.formatted("rfm")));
        rows.add("(20 + %s, %s)".formatted(pyramid(), REASON.formatted("pyramid")));
        rows.add("(40 + %s, %s)".formatted(sql.lifeCycle(), REASON.formatted("life_cycle")));
        told("peer_membership", """
                INSERT INTO peer_membership
                WITH %s
                SELECT customer_id, one.segment, DATE '%s', one.reason FROM m CROSS JOIN cuts
                CROSS JOIN LATERAL (VALUES %s) AS one (segment, reason)""".formatted(with(), sql.asOf(), String.join(", ", rows)));
    }

    @Override
    public List<Long> counts(String model) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM peer_customer GROUP BY %1$s ORDER BY %1$s".formatted(model))
                .mapTo(Long.class)
                .list());
    }

    private String with() {
        String fifths = "percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY %1$s) AS %1$s_cuts";
        return """
                m AS MATERIALIZED (%s),
                cuts AS MATERIALIZED (SELECT %s, %s, %s,
                  percentile_disc(ARRAY[0.99 + 1e-9, 0.95 + 1e-9, 0.8 + 1e-9]) WITHIN GROUP (ORDER BY monetary) AS tier_cuts FROM m)""".formatted(
                        sql.metrics("CAST(sum(%s) AS BIGINT)", "DATE '" + sql.asOf() + "' - CAST(%s AS DATE)"),
                        fifths.formatted("recency"),
                        fifths.formatted("frequency"),
                        fifths.formatted("monetary"));
    }

    private String rfm() {
        return sql.rfm((metric, n) -> metric + "_cuts[" + n + "]");
    }

    private String pyramid() {
        return sql.pyramid((metric, n) -> metric + "_cuts[" + n + "]");
    }

    private void told(String table, String statement) {
        jdbi.useHandle(handle -> handle.execute("TRUNCATE " + table));
        jdbi.useTransaction(handle -> {
            tell(handle);
            handle.execute(statement);
        });
    }

    private static void tell(Handle handle) {
        handle.execute("SET LOCAL enable_hashagg = off");
        handle.execute("SET LOCAL enable_seqscan = off");
        handle.execute("SET LOCAL enable_bitmapscan = off");
        handle.execute("SET LOCAL work_mem = '256MB'");
        handle.execute("SET LOCAL jit = off");
    }
}
