package org.clientele.common.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Reads and binds the values of a vertical's typed columns. */
public final class TypedValues {
    private TypedValues() {}

    /** The value of a column of the current row. */
    public static Value read(ResultSet row, String column, FieldType type, int fractionDigits) throws SQLException {
        return switch (type) {
            case TEXT, CHOICE -> {
                String text = row.getString(column);
                yield text == null ? Value.MISSING : new Value.Text(text);
            }
            case INTEGER -> {
                long number = row.getLong(column);
                yield row.wasNull() ? Value.MISSING : new Value.Whole(number);
            }
            case MONEY -> {
                long minor = row.getLong(column);
                yield row.wasNull() ? Value.MISSING : new Value.Money(minor, fractionDigits);
            }
            case DECIMAL -> {
                double number = row.getDouble(column);
                yield row.wasNull() ? Value.MISSING : new Value.Decimal(number);
            }
            case BOOLEAN -> {
                boolean yes = row.getBoolean(column);
                yield row.wasNull() ? Value.MISSING : new Value.Flag(yes);
            }
            case DATE -> {
                LocalDate date = row.getObject(column, LocalDate.class);
                yield date == null ? Value.MISSING : new Value.Date(date);
            }
        };
    }

    /** Binds a value, or null of the type's column when it is missing. Fails when the value is not of the type. */
    public static void bind(SqlStatement<?> statement, String name, FieldType type, Value value) {
        statement.bindBySqlType(name, plain(type, value), sqlType(type));
    }

    /** The same at a place of a prepared statement. */
    public static void set(PreparedStatement statement, int place, FieldType type, Value value) throws SQLException {
        statement.setObject(place, plain(type, value), sqlType(type));
    }

    private static @Nullable Object plain(FieldType type, Value value) {
        return switch (value) {
            case Value.Missing _ -> null;
            case Value.Text(String text) when type == FieldType.TEXT || type == FieldType.CHOICE -> text;
            case Value.Whole(long number) when type == FieldType.INTEGER -> number;
            case Value.Money(long minor, int _) when type == FieldType.MONEY -> minor;
            case Value.Decimal(double number) when type == FieldType.DECIMAL -> number;
            case Value.Flag(boolean yes) when type == FieldType.BOOLEAN -> yes;
            case Value.Date(LocalDate date) when type == FieldType.DATE -> date;
            default ->
                throw new IllegalArgumentException("A %s cannot be stored in a %s column; convert it first"
                        .formatted(value.getClass().getSimpleName(), type));
        };
    }

    private static int sqlType(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> Types.VARCHAR;
            case INTEGER, MONEY -> Types.BIGINT;
            case DECIMAL -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
        };
    }
}
