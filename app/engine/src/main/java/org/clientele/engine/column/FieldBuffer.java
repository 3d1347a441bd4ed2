package org.clientele.engine.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column while it grows; the array doubles when full, so a row costs at most twice its final size for a short time. */
abstract sealed class FieldBuffer {
    static final int FIRST_CAPACITY = 1024;

    final Field field;

    FieldBuffer(Field field) {
        this.field = field;
    }

    static FieldBuffer of(Field field, int fractionDigits) {
        return switch (field.type()) {
            case TEXT, CHOICE -> new Texts(field);
            case INTEGER -> new Wholes(field);
            case DECIMAL -> new Numbers(field);
            case MONEY -> new Minors(field, fractionDigits);
            case BOOLEAN -> new Flags(field);
            case DATE -> new Dates(field);
        };
    }

    /** Appends a missing value as row {@code row}, which is the next one. */
    abstract void startRow(int row);

    /** The column of the first {@code size} rows; row i of it is row {@code order[i]} of the buffer, or row i when null. */
    abstract Column build(int size, int @Nullable [] order);

    void number(int row, double value) {
        throw wrong("a decimal");
    }

    void whole(int row, long value) {
        throw wrong("a whole number or money");
    }

    void day(int row, int epochDay) {
        throw wrong("a date");
    }

    void flag(int row, boolean yes) {
        throw wrong("a flag");
    }

    void text(int row, String text) {
        throw wrong("a text");
    }

    private IllegalArgumentException wrong(String given) {
        return new IllegalArgumentException("Field %s is %s, but %s was given: call the setter of its type"
                .formatted(field.id(), field.type(), given));
    }

    private static final class Texts extends FieldBuffer {
        private final TextIndex index = new TextIndex();
        private int[] codes = new int[FIRST_CAPACITY];

        Texts(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            codes = Growth.room(codes, row);
            codes[row] = CodeColumn.MISSING;
        }

        @Override
        void text(int row, String text) {
            codes[row] = index.codeOrAdd(text);
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            return CodeColumn.of(new Dictionary(index), Growth.ordered(codes, size, order));
        }
    }

    private static final class Wholes extends FieldBuffer {
        private long[] values = new long[FIRST_CAPACITY];

        Wholes(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            values = Growth.room(values, row);
            values[row] = WholeColumn.MISSING;
        }

        @Override
        void whole(int row, long value) {
            values[row] = value;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            return WholeColumn.of(Growth.ordered(values, size, order));
        }
    }

    private static final class Minors extends FieldBuffer {
        private final int fractionDigits;
        private long[] values = new long[FIRST_CAPACITY];

        Minors(Field field, int fractionDigits) {
            super(field);
            this.fractionDigits = fractionDigits;
        }

        @Override
        void startRow(int row) {
            values = Growth.room(values, row);
            values[row] = MoneyColumn.MISSING;
        }

        @Override
        void whole(int row, long minor) {
            values[row] = minor;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            return MoneyColumn.of(fractionDigits, Growth.ordered(values, size, order));
        }
    }

    private static final class Numbers extends FieldBuffer {
        private double[] values = new double[FIRST_CAPACITY];

        Numbers(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            values = Growth.room(values, row);
            values[row] = Double.NaN;
        }

        @Override
        void number(int row, double value) {
            values[row] = value;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            return NumberColumn.of(Growth.ordered(values, size, order));
        }
    }

    private static final class Dates extends FieldBuffer {
        private int[] days = new int[FIRST_CAPACITY];

        Dates(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            days = Growth.room(days, row);
            days[row] = DateColumn.MISSING;
        }

        @Override
        void day(int row, int epochDay) {
            days[row] = epochDay;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            return DateColumn.of(Growth.ordered(days, size, order));
        }
    }

    private static final class Flags extends FieldBuffer {
        private byte[] values = new byte[FIRST_CAPACITY];

        Flags(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            values[row] = FlagColumn.MISSING;
        }

        @Override
        void flag(int row, boolean yes) {
            values[row] = (byte) (yes ? 1 : 0);
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            byte[] result = new byte[size];
            for (int row = 0; row < size; row++) {
                result[row] = values[order == null ? row : order[row]];
            }
            return FlagColumn.of(result);
        }
    }
}
