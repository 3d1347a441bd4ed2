package org.clientele.benchmarks;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The same in HSQLDB, which has no percentiles: metrics into a table, cut points by their ranks, then the segments. */
final class HsqldbPeer implements SqlPeer {
    private static final String REASON =
            "'[1,\"%s\",' || recency || ',' || frequency || ',' || monetary || ',' || spend || ',' || spend_before || ']'";

    private final Jdbi jdbi;
    private final SegmentSql sql;

    HsqldbPeer(Jdbi jdbi, SegmentSql sql) {
        this.jdbi = jdbi;
        this.sql = sql;
    }

    @Override
    public void prepare() {
        String metrics =
                "customer_id BIGINT PRIMARY KEY, recency INTEGER, tenure INTEGER, frequency BIGINT, monetary BIGINT,"
                        + " spend BIGINT, spend_before BIGINT";
        jdbi.useHandle(handle -> {
            handle.execute("CREATE CACHED TABLE peer_metric (%s)".formatted(metrics));
            handle.execute("CREATE CACHED TABLE peer_customer (%s, rfm SMALLINT, pyramid SMALLINT, life_cycle SMALLINT)"
                    .formatted(metrics));
            handle.execute("CREATE CACHED TABLE peer_membership " + MEMBERSHIP);
        });
    }

    @Override
    public void run() {
        jdbi.useHandle(handle -> {
            handle.execute("TRUNCATE TABLE peer_customer");
            Cuts cuts = metrics(handle);
            handle.execute("INSERT INTO peer_customer SELECT %s, %s, %s, %s FROM peer_metric"
                    .formatted(SegmentSql.METRICS, sql.rfm(cuts.fifths()), sql.pyramid(cuts.tiers()), sql.lifeCycle()));
        });
    }

    @Override
    public void runMemberships() {
        jdbi.useHandle(handle -> {
            handle.execute("TRUNCATE TABLE peer_membership");
            Cuts cuts = metrics(handle);
            store(handle, "rfm", sql.rfm(cuts.fifths()));
            store(handle, "pyramid", "20 + " + sql.pyramid(cuts.tiers()));
            store(handle, "life_cycle", "40 + " + sql.lifeCycle());
        });
    }

    private void store(Handle handle, String model, String segment) {
        handle.execute("INSERT INTO peer_membership SELECT customer_id, %s, DATE '%s', %s FROM peer_metric"
                .formatted(segment, sql.asOf(), REASON.formatted(model)));
    }

    private record Cuts(SegmentSql.Cut fifths, SegmentSql.Cut tiers) {}

    private Cuts metrics(Handle handle) {
        handle.execute("TRUNCATE TABLE peer_metric");
        handle.execute("INSERT INTO peer_metric "
                + sql.metrics("sum(%s)", "DATEDIFF('day', CAST(%s AS DATE), DATE '" + sql.asOf() + "')"));
        long customers = one(handle, "SELECT count(*) FROM peer_metric");
        SegmentSql.Cut fifth = (metric, n) -> String.valueOf(at(handle, metric, (customers * n + 4) / 5 - 1));
        int[] hundredths = {0, 1, 5, 20};
        SegmentSql.Cut tier = (metric, n) ->
                String.valueOf(at(handle, "monetary", customers - (customers * hundredths[n] + 99) / 100));
        return new Cuts(fifth, tier);
    }

    private static long at(Handle handle, String metric, long rank) {
        return one(
                handle,
                "SELECT %1$s FROM peer_metric ORDER BY %1$s OFFSET %2$d ROWS FETCH 1 ROWS ONLY"
                        .formatted(metric, rank));
    }

    private static long one(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }

    @Override
    public List<Long> counts(String model) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM peer_customer GROUP BY %1$s ORDER BY %1$s".formatted(model))
                .mapTo(Long.class)
                .list());
    }
}
