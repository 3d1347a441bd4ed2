package org.clientele.common.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The current row of a result. */
record ResultCells(ResultSet row) implements Cells {
    @Override
    public boolean isMissing(int column) throws SQLException {
        return row.wasNull();
    }

    @Override
    public long whole(int column) throws SQLException {
        return row.getLong(column);
    }

    @Override
    public double decimal(int column) throws SQLException {
        return row.getDouble(column);
    }

    @Override
    public boolean flag(int column) throws SQLException {
        return row.getBoolean(column);
    }

    @Override
    public @Nullable String text(int column) throws SQLException {
        return row.getString(column);
    }

    @Override
    public int date(int column) throws SQLException {
        LocalDate date = row.getObject(column, LocalDate.class);
        return date == null ? 0 : (int) date.toEpochDay();
    }

    @Override
    public int day(int column) throws SQLException {
        return (int) time(column).toLocalDate().toEpochDay();
    }

    @Override
    public int second(int column) throws SQLException {
        return time(column).toLocalTime().toSecondOfDay();
    }

    private LocalDateTime time(int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}
