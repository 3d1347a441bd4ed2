package org.clientele.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in memory on as many threads as there are processors: metrics and segments from its own table into another one. */
final class DuckPeer implements AutoCloseable {
    private static final String MAIN = "main";

    private final Connection connection;
    private final SegmentSql sql;

    DuckPeer(SegmentSql sql) {
        this.sql = sql;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            execute("SET memory_limit = '3GB'");
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB did not open", failure);
        }
    }

    void fill(int customers) {
        execute("CREATE TABLE purchase (customer_id BIGINT, happened_at TIMESTAMP, amount BIGINT)");
        try (DuckDBAppender rows = connection.unwrap(DuckDBConnection.class).createAppender(MAIN, "purchase")) {
            SkewedPurchases.each(customers, Shops.LAST, purchase -> append(rows, purchase));
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB did not take the purchases", failure);
        }
    }

    private static void append(DuckDBAppender rows, StoredShop.Purchase purchase) {
        try {
            rows.beginRow();
            rows.append(purchase.customer());
            rows.append(purchase.day().atStartOfDay());
            rows.append(purchase.cents());
            rows.endRow();
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB did not take a purchase", failure);
        }
    }

    /** Everything, into a result table. */
    void run() {
        String fifths = "quantile_disc(%1$s, [0.2, 0.4, 0.6, 0.8]) AS %1$s_cuts";
        execute("""
                CREATE OR REPLACE TABLE result AS
                WITH m AS MATERIALIZED (%s),
                cuts AS MATERIALIZED (SELECT %s, %s, %s,
                  quantile_disc(monetary, [0.99 + 1e-9, 0.95 + 1e-9, 0.8 + 1e-9]) AS tier_cuts FROM m)
                SELECT %s, %s AS rfm, %s AS pyramid, %s AS life_cycle FROM m CROSS JOIN cuts""".formatted(
                        sql.metrics("CAST(sum(%s) AS BIGINT)", "DATE '" + sql.asOf() + "' - CAST(%s AS DATE)"),
                        fifths.formatted("recency"),
                        fifths.formatted("frequency"),
                        fifths.formatted("monetary"),
                        SegmentSql.METRICS,
                        sql.rfm((metric, n) -> metric + "_cuts[" + n + "]"),
                        sql.pyramid((metric, n) -> metric + "_cuts[" + n + "]"),
                        sql.lifeCycle())
                .replace(") / (2 *", ") // (2 *")
                .replace(" + 1) / 2)", " + 1) // 2)"));
    }

    /** RFM by fixed thresholds from the stored metrics into a temporary table. */
    void rescore(long[] recency, long[] frequency, long[] monetary) {
        SegmentSql.Cut cut = (metric, n) -> String.valueOf(
                switch (metric) {
                    case "recency" -> recency[n - 1];
                    case "frequency" -> frequency[n - 1];
                    default -> monetary[n - 1];
                });
        execute("CREATE OR REPLACE TEMPORARY TABLE scored AS SELECT customer_id, %s AS rfm FROM result"
                .formatted(sql.rfm(cut).replace(" + 1) / 2)", " + 1) // 2)")));
    }

    /** How many customers are in each segment that has any, in the order of the segments. */
    List<Long> counts(String table, String model) {
        List<Long> counts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM %1$s GROUP BY %2$s ORDER BY %2$s".formatted(table, model))) {
            while (rows.next()) {
                counts.add(rows.getLong(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB did not count", failure);
        }
        return counts;
    }

    private void execute(String statement) {
        try (Statement work = connection.createStatement()) {
            work.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB refused " + statement, failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB did not close", failure);
        }
    }
}
