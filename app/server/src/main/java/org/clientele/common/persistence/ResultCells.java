package org.clientele.common.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
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
}
