package org.clientele.engine.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column while it grows. It has no array before its first value, and many fields of a vertical never get one; the array grows by half when it is full,
 * so that a row costs at most one and a half times its final size for a short time.
 */
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
        private int[] codes = new int[0];

        Texts(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            if (codes.length > 0) {
                codes = Growth.room(codes, row);
                codes[row] = CodeColumn.MISSING;
            }
        }

        @Override
        void text(int row, String text) {
            if (codes.length == 0) {
                codes = new int[Math.max(FIRST_CAPACITY, Growth.larger(row))];
                Arrays.fill(codes, 0, row + 1, CodeColumn.MISSING);
            }
            codes[row] = index.codeOrAdd(text);
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            if (codes.length == 0) {
                return CodeColumn.blank(size);
            }
            return CodeColumn.of(new Dictionary(index), Growth.ordered(codes, size, order));
        }
    }

    private static final class Wholes extends FieldBuffer {
        private long[] values = new long[0];

        Wholes(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            if (values.length > 0) {
                values = Growth.room(values, row);
                values[row] = WholeColumn.MISSING;
            }
        }

        @Override
        void whole(int row, long value) {
            if (values.length == 0) {
                values = new long[Math.max(FIRST_CAPACITY, Growth.larger(row))];
                Arrays.fill(values, 0, row + 1, WholeColumn.MISSING);
            }
            values[row] = value;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            if (values.length == 0) {
                return WholeColumn.blank(size);
            }
            return WholeColumn.of(Growth.ordered(values, size, order));
        }
    }

    private static final class Minors extends FieldBuffer {
        private final int fractionDigits;
        private long[] values = new long[0];

        Minors(Field field, int fractionDigits) {
            super(field);
            this.fractionDigits = fractionDigits;
        }

        @Override
        void startRow(int row) {
            if (values.length > 0) {
                values = Growth.room(values, row);
                values[row] = MoneyColumn.MISSING;
            }
        }

        @Override
        void whole(int row, long minor) {
            if (values.length == 0) {
                values = new long[Math.max(FIRST_CAPACITY, Growth.larger(row))];
                Arrays.fill(values, 0, row + 1, MoneyColumn.MISSING);
            }
            values[row] = minor;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            if (values.length == 0) {
                return MoneyColumn.blank(size, fractionDigits);
            }
            return MoneyColumn.of(fractionDigits, Growth.ordered(values, size, order));
        }
    }

    private static final class Numbers extends FieldBuffer {
        private double[] values = new double[0];

        Numbers(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            if (values.length > 0) {
                values = Growth.room(values, row);
                values[row] = Double.NaN;
            }
        }

        @Override
        void number(int row, double value) {
            if (values.length == 0) {
                values = new double[Math.max(FIRST_CAPACITY, Growth.larger(row))];
                Arrays.fill(values, 0, row + 1, Double.NaN);
            }
            values[row] = value;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            if (values.length == 0) {
                return NumberColumn.blank(size);
            }
            return NumberColumn.of(Growth.ordered(values, size, order));
        }
    }

    private static final class Dates extends FieldBuffer {
        private int[] days = new int[0];

        Dates(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            if (days.length > 0) {
                days = Growth.room(days, row);
                days[row] = DateColumn.MISSING;
            }
        }

        @Override
        void day(int row, int epochDay) {
            if (days.length == 0) {
                days = new int[Math.max(FIRST_CAPACITY, Growth.larger(row))];
                Arrays.fill(days, 0, row + 1, DateColumn.MISSING);
            }
            days[row] = epochDay;
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            if (days.length == 0) {
                return DateColumn.blank(size);
            }
            return DateColumn.of(Growth.ordered(days, size, order));
        }
    }

    private static final class Flags extends FieldBuffer {
        private byte[] values = new byte[0];

        Flags(Field field) {
            super(field);
        }

        @Override
        void startRow(int row) {
            if (values.length > 0) {
                values = Growth.room(values, row);
                values[row] = FlagColumn.MISSING;
            }
        }

        @Override
        void flag(int row, boolean yes) {
            if (values.length == 0) {
                values = new byte[Math.max(FIRST_CAPACITY, Growth.larger(row))];
                Arrays.fill(values, 0, row + 1, FlagColumn.MISSING);
            }
            values[row] = (byte) (yes ? 1 : 0);
        }

        @Override
        Column build(int size, int @Nullable [] order) {
            if (values.length == 0) {
                return FlagColumn.blank(size);
            }
            byte[] result = new byte[size];
            for (int row = 0; row < size; row++) {
                result[row] = values[order == null ? row : order[row]];
            }
            return FlagColumn.of(result);
        }
    }
}
