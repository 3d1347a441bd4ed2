package org.clientele.common.persistence;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.RowBuilder;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.FieldType;

/** Feeds typed columns of a result into the engine's columns without an object per value (texts apart). */
public final class RowFeeder {
    private final RowBuilder rows;
    private final FieldType[] types;
    private final int[] ordinals;
    private final int firstColumn;

    /**
     * @param rows takes the values
     * @param fields the fields in the order in which the result holds them
     * @param firstColumn the place of the first field in the result, from 1
     */
    public RowFeeder(RowBuilder rows, List<Field> fields, int firstColumn) {
        this.rows = rows;
        this.firstColumn = firstColumn;
        types = fields.stream().map(Field::type).toArray(FieldType[]::new);
        ordinals = fields.stream().mapToInt(f -> rows.ordinal(f.id())).toArray();
    }

    /** Sets the fields of the row that was started last. */
    public void feed(Cells row) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            feed(row, firstColumn + i, ordinals[i], types[i]);
        }
    }

    private void feed(Cells row, int column, int ordinal, FieldType type) throws SQLException {
        switch (type) {
            case TEXT, CHOICE -> rows.text(ordinal, row.text(column));
            case INTEGER -> {
                long number = row.whole(column);
                if (!row.isMissing(column)) {
                    rows.whole(ordinal, number);
                }
            }
            case MONEY -> {
                long minor = row.whole(column);
                if (!row.isMissing(column)) {
                    rows.money(ordinal, minor);
                }
            }
            case DECIMAL -> {
                double number = row.decimal(column);
                if (!row.isMissing(column)) {
                    rows.number(ordinal, number);
                }
            }
            case BOOLEAN -> {
                boolean yes = row.flag(column);
                if (!row.isMissing(column)) {
                    rows.flag(ordinal, yes);
                }
            }
            case DATE -> {
                int day = row.date(column);
                if (!row.isMissing(column)) {
                    rows.day(ordinal, day);
                }
            }
        }
    }

    /** Sets a field of the row that was started last to a value of the field's type. */
    public static void put(RowBuilder rows, Field field, Value value) {
        int ordinal = rows.ordinal(field.id());
        switch (value) {
            case Value.Missing _ -> {
                // it is so without
            }
            case Value.Text(String text) -> rows.text(ordinal, text);
            case Value.Whole(long number) -> rows.whole(ordinal, number);
            case Value.Money(long minor, int _) -> rows.money(ordinal, minor);
            case Value.Decimal(double number) -> rows.number(ordinal, number);
            case Value.Flag(boolean yes) -> rows.flag(ordinal, yes);
            case Value.Date(LocalDate date) -> rows.day(ordinal, Math.toIntExact(date.toEpochDay()));
        }
    }
}
