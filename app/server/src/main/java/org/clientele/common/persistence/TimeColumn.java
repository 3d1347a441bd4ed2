package org.clientele.common.persistence;

import java.sql.SQLException;

/** How a timestamp is asked for, and read as a day and a second without an object per row. */
public enum TimeColumn {
    /** As numbers that the database computes. */
    COMPUTED {
        @Override
        public String select(String column, boolean timed, Dialect dialect) {
            return dialect.epochDay(column) + (timed ? ", " + Dialect.secondOfDay(column) : "");
        }

        @Override
        public int day(Cells row, int place) throws SQLException {
            return (int) row.whole(place);
        }

        @Override
        public int second(Cells row, int place) throws SQLException {
            return (int) row.whole(place + 1);
        }
    },
    /** As PostgreSQL copies it out in binary, in microseconds: computing takes it longer than all the rest. */
    COPIED {
        private static final int FIRST_DAY = 10_957;
        private static final long SECOND = 1_000_000;
        private static final long DAY = 86_400 * SECOND;

        @Override
        public String select(String column, boolean timed, Dialect dialect) {
            return column;
        }

        @Override
        public int day(Cells row, int place) throws SQLException {
            return FIRST_DAY + (int) Math.floorDiv(row.whole(place), DAY);
        }

        @Override
        public int second(Cells row, int place) throws SQLException {
            return (int) (Math.floorMod(row.whole(place), DAY) / SECOND);
        }
    };

    /** As {@link BulkRead#table} reads it. */
    public static TimeColumn ofTable(Dialect dialect) {
        return dialect == Dialect.POSTGRESQL ? COPIED : COMPUTED;
    }

    /**
     * What is selected: one column, or two.
     *
     * @param timed whether the second is wanted, too
     */
    public abstract String select(String column, boolean timed, Dialect dialect);

    /** The days from 1970-01-01 on. */
    public abstract int day(Cells row, int place) throws SQLException;

    /** The seconds from midnight on, fractions cut off; only where they were asked for. */
    public abstract int second(Cells row, int place) throws SQLException;
}
