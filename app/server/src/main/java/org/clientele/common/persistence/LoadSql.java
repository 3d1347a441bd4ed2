package org.clientele.common.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts work of people in one pass over a table: what is open and how late, what was done in the last 30 days and how long that took.
 *
 * @param person expression for whose it is
 * @param open condition of what is to be done
 * @param due column of the day on which it is
 * @param since column of the time from which it was there
 * @param done column of the time at which it was done
 */
public record LoadSql(String person, String open, String due, String since, String done) {
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    /**
     * The statement; its parameters are those of {@link #days}.
     *
     * @param isDone condition of what was done; the time is checked besides
     */
    public String select(Dialect dialect, String table, String condition, String isDone) {
        String recently = "%s AND %s >= :since".formatted(isDone, done);
        return """
                SELECT %1$s AS person, %2$s AS open_all, %3$s AS overdue, %4$s AS week_late, %5$s AS month_late,
                  min(CASE WHEN %6$s THEN %7$s END) AS oldest, %8$s AS done, avg(CASE WHEN %9$s THEN %10$s END) AS hours
                FROM %11$s WHERE %12$s AND (%6$s OR (%9$s)) GROUP BY %1$s""".formatted(
                        person,
                        count(open),
                        count(open + " AND " + due + " < :today"),
                        count(open + " AND " + due + " < :week"),
                        count(open + " AND " + due + " < :month"),
                        open,
                        due,
                        count(recently),
                        recently,
                        dialect.hours(since, done),
                        table,
                        condition);
    }

    private static String count(String condition) {
        return "sum(CASE WHEN %s THEN 1 ELSE 0 END)".formatted(condition);
    }

    /** The parameters. */
    public static Map<String, Object> days(LocalDate today) {
        return Map.of(
                "today", today,
                "week", today.minusDays(WEEK),
                "month", today.minusDays(MONTH),
                "since", OffsetDateTime.of(today.minusDays(MONTH).atStartOfDay(), ZoneOffset.UTC));
    }

    /**
     * Makes the feature's own record of a row.
     *
     * @param <T> that record
     */
    @FunctionalInterface
    public interface Maker<T> {
        T make(
                @Nullable Long person,
                long open,
                long overdue,
                long weekLate,
                long monthLate,
                @Nullable LocalDate oldest,
                long done,
                @Nullable Double hours);
    }

    public static <T> T read(ResultSet row, Maker<T> maker) throws SQLException {
        double hours = row.getDouble("hours");
        return maker.make(
                row.getObject("person", Long.class),
                row.getLong("open_all"),
                row.getLong("overdue"),
                row.getLong("week_late"),
                row.getLong("month_late"),
                row.getObject("oldest", LocalDate.class),
                row.getLong("done"),
                row.getLong("done") == 0 ? null : hours);
    }
}
