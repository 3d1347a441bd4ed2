package org.clientele.engine.column;

import org.clientele.engine.column.Value.Date;
import org.clientele.engine.column.Value.Decimal;
import org.clientele.engine.column.Value.Flag;
import org.clientele.engine.column.Value.Money;
import org.clientele.engine.column.Value.Text;
import org.clientele.engine.column.Value.Whole;

/** Columns in which one row has another value; the columns they are made from stay as they are. */
public final class ChangedColumns {
    private ChangedColumns() {}

    /**
     * A copy with the value in the row.
     *
     * @throws IllegalArgumentException when the value is not of the column's kind
     */
    public static Column with(Column column, int row, Value value) {
        return switch (column) {
            case MeasureColumn measures -> with(measures, row, value);
            case FlagColumn flags -> flag(flags, row, value);
            case CodeColumn codes -> code(codes, row, value);
        };
    }

    /** The same for a column of quantities. */
    public static MeasureColumn with(MeasureColumn column, int row, Value value) {
        return switch (column) {
            case MoneyColumn money -> money(money, row, value);
            case WholeColumn wholes -> whole(wholes, row, value);
            case NumberColumn numbers -> number(numbers, row, value);
            case DateColumn dates -> date(dates, row, value);
        };
    }

    private static MoneyColumn money(MoneyColumn column, int row, Value value) {
        long[] copy = new long[column.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = column.get(i);
        }
        copy[row] = switch (value) {
            case Money(long minor, int digits) when digits == column.fractionDigits() -> minor;
            case Value.Missing _ -> MoneyColumn.MISSING;
            default -> throw unfit(column, value);
        };
        return MoneyColumn.of(column.fractionDigits(), copy);
    }

    private static WholeColumn whole(WholeColumn column, int row, Value value) {
        long[] copy = new long[column.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = column.get(i);
        }
        copy[row] = switch (value) {
            case Whole(long number) -> number;
            case Value.Missing _ -> WholeColumn.MISSING;
            default -> throw unfit(column, value);
        };
        return WholeColumn.of(copy);
    }

    private static NumberColumn number(NumberColumn column, int row, Value value) {
        double[] copy = new double[column.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = column.get(i);
        }
        copy[row] = switch (value) {
            case Decimal(double number) -> number;
            case Value.Missing _ -> Double.NaN;
            default -> throw unfit(column, value);
        };
        return NumberColumn.of(copy);
    }

    private static DateColumn date(DateColumn column, int row, Value value) {
        int[] copy = new int[column.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = column.get(i);
        }
        copy[row] = switch (value) {
            case Date(var date) -> Math.toIntExact(date.toEpochDay());
            case Value.Missing _ -> DateColumn.MISSING;
            default -> throw unfit(column, value);
        };
        return DateColumn.of(copy);
    }

    private static FlagColumn flag(FlagColumn column, int row, Value value) {
        byte[] copy = new byte[column.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = column.get(i);
        }
        copy[row] = switch (value) {
            case Flag(boolean yes) -> (byte) (yes ? 1 : 0);
            case Value.Missing _ -> FlagColumn.MISSING;
            default -> throw unfit(column, value);
        };
        return FlagColumn.of(copy);
    }

    private static CodeColumn code(CodeColumn column, int row, Value value) {
        int[] copy = new int[column.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = column.get(i);
        }
        if (value.isMissing()) {
            copy[row] = CodeColumn.MISSING;
            return CodeColumn.of(column.dictionary(), copy);
        }
        if (!(value instanceof Text(String text))) {
            throw unfit(column, value);
        }
        Dictionary dictionary = column.dictionary().with(Dictionary.of(java.util.List.of(text)));
        copy[row] = dictionary.code(text);
        return CodeColumn.of(dictionary, copy);
    }

    private static IllegalArgumentException unfit(Column column, Value value) {
        return new IllegalArgumentException("A %s cannot stand in a %s"
                .formatted(value.getClass().getSimpleName(), column.getClass().getSimpleName()));
    }
}
