package org.clientele.benchmarks;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A case for every customer of a shop, and names for them. */
final class StoredCases {
    private static final int PIECE = 50_000;
    private static final List<String> THINGS =
            List.of("pump", "invoice", "delivery", "meter", "refund", "contract", "door");
    private static final List<String> COLUMNS = List.of(
            "request_key",
            "vertical_id",
            "case_number",
            "customer_id",
            "case_type",
            "subject",
            "description",
            "priority",
            "case_state",
            "is_open",
            "opened_by",
            "opened_at");
    private static final String NAMES = """
            UPDATE customer SET name = CASE MOD(id, 8) WHEN 0 THEN 'Chen ' WHEN 1 THEN 'Wang ' WHEN 2 THEN 'Smith ' WHEN 3 THEN 'Li '
              WHEN 4 THEN 'Jones ' WHEN 5 THEN 'Garcia ' WHEN 6 THEN 'Zhang ' ELSE 'M\u00FCller ' END || CAST(MOD(id * 7919, 100003) AS VARCHAR(10))
            WHERE id > ? AND id <= ?""";

    private StoredCases() {}

    static void fill(Jdbi jdbi, Dialect dialect, int verticalId, int many) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (int begin = 0; begin < many; begin += PIECE) {
            int from = begin;
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int number = begin + 1; number <= Math.min(many, begin + PIECE); number++) {
                rows.add(new @Nullable Object[] {
                    "case " + number,
                    verticalId,
                    number,
                    (long) number,
                    "ENQUIRY",
                    "About the " + THINGS.get(number % THINGS.size()) + " of order " + number * 31L % 1_000_003,
                    "",
                    number % 4,
                    number % 3 == 0 ? "OPEN" : "CLOSED",
                    number % 3 == 0,
                    1L,
                    now
                });
            }
            jdbi.useTransaction(handle -> {
                handle.execute(NAMES, from, from + PIECE);
                BulkInsert.insert(handle, dialect, "service_case", COLUMNS, rows);
            });
        }
        if (dialect == Dialect.POSTGRESQL) {
            jdbi.useHandle(handle -> handle.execute("ANALYZE"));
        }
    }
}
