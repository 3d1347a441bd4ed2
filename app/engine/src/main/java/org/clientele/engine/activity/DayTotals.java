package org.clientele.engine.activity;

import java.util.Arrays;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.numeric.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * A number that adds up over a customer's rows from a day to the last one, and what each row on the days around adds: the number from one of these days is
 * known without looking at rows, and nothing has to be written down for it. 4 bytes a customer and 2 or 6 for each row around, in pieces that are no large
 * objects to the collector: these take memory never touched before, which costs more than adding up. Immutable and safe to share between threads.
 */
public final class DayTotals {
    /** Days with such numbers are so many days apart; half as many before and after are the days around. */
    private static final int APART = 32;

    private static final int HALF = APART / 2;

    /** Customers with more rows on the days around are left to be looked at. */
    private static final int MOST = 8;

    private static final int BITS = 15;
    private static final int PIECE = 1 << BITS;

    private final int day;
    private final Piece[] pieces;

    /**
     * Some customers.
     *
     * @param numbers of each, from the day on
     * @param unknown a bit for each whose number has to be looked for
     * @param around rows of the days around, in the order of the customers: which of 64, and which day in the low byte
     * @param values what each adds; null: one
     * @param starts where those of each 64 customers begin, and where the last ones end
     */
    private record Piece(int[] numbers, long[] unknown, short[] around, int @Nullable [] values, int[] starts) {}

    private DayTotals(int day, int customers) {
        this.day = day;
        this.pieces = new Piece[(customers + PIECE - 1) / PIECE];
    }

    /** The day with the numbers that know another day, both since 1970-01-01. */
    public static int dayNear(int epochDay) {
        return Math.floorDiv(epochDay + HALF, APART) * APART;
    }

    /**
     * Adds up for all customers.
     *
     * @param rows those from the day on, that {@link RowRanges#addsUp add up}
     * @param column what is added up; null for events
     */
    public static DayTotals of(RowRanges rows, @Nullable MeasureColumn column) {
        int customers = rows.customers();
        DayTotals found = new DayTotals(rows.firstDay(), customers);
        Blocks.run(found.pieces.length, 1, (first, end) -> {
            Finder finder = new Finder(rows, column);
            for (int piece = first; piece < end; piece++) {
                found.pieces[piece] = finder.find(piece * PIECE, Math.min(customers, (piece + 1) * PIECE));
            }
        });
        return found;
    }

    /**
     * The numbers of the customers from, including, to, excluding, {@value Scratch#CUSTOMERS} at most, into the first places.
     *
     * @param from a multiple of {@value Scratch#CUSTOMERS}
     * @param epochDay the first day, one of those around
     * @return a bit for each whose number has to be looked for
     */
    public long at(int epochDay, int from, int to, double[] out) {
        Piece piece = pieces[from >>> BITS];
        int place = from & PIECE - 1;
        for (int i = 0; i < to - from; i++) {
            out[i] = piece.numbers[place + i];
        }
        int some = place / Scratch.CUSTOMERS;
        if (epochDay < day) {
            add(piece, some, epochDay - day + HALF, HALF, 1, out);
        } else {
            add(piece, some, HALF, epochDay - day + HALF, -1, out);
        }
        return piece.unknown[some];
    }

    private static void add(Piece piece, int some, int low, int high, int sign, double[] out) {
        short[] around = piece.around;
        int[] values = piece.values;
        int end = piece.starts[some + 1];
        for (int i = piece.starts[some]; i < end; i++) {
            int on = around[i] & 0xff;
            int value = on >= low & on < high ? sign : 0;
            out[around[i] >> Byte.SIZE] += values == null ? value : (double) value * values[i];
        }
    }

    /** One thread's walk over some customers. */
    private static final class Finder {
        private final RowRanges rows;
        private final @Nullable MeasureColumn column;
        private final Scratch scratch = new Scratch();
        private final long[] sums = new long[Scratch.CUSTOMERS];
        private short[] around = new short[PIECE];
        private int[] values = new int[PIECE];
        private int size;

        Finder(RowRanges rows, @Nullable MeasureColumn column) {
            this.rows = rows;
            this.column = column;
        }

        Piece find(int first, int end) {
            int parts = (end - first + Scratch.CUSTOMERS - 1) / Scratch.CUSTOMERS;
            int[] numbers = new int[end - first];
            long[] unknown = new long[parts];
            int[] starts = new int[parts + 1];
            size = 0;
            for (int part = 0; part < parts; part++) {
                int from = first + part * Scratch.CUSTOMERS;
                int to = Math.min(end, from + Scratch.CUSTOMERS);
                unknown[part] = rows.numbers(column, from, to, scratch, sums);
                for (int customer = from; customer < to; customer++) {
                    int which = customer - from;
                    numbers[customer - first] = (int) sums[which];
                    boolean known = numbers[customer - first] == sums[which] && around(customer, which);
                    unknown[part] |= (known ? 0L : 1L) << which;
                }
                starts[part + 1] = size;
            }
            return new Piece(
                    numbers,
                    unknown,
                    Arrays.copyOf(around, size),
                    column == null ? null : Arrays.copyOf(values, size),
                    starts);
        }

        /** Whether the rows of a customer on the days around are few, and add little. */
        private boolean around(int customer, int which) {
            int begin = size;
            int middle = scratch.begins()[which];
            int row = rows.around(customer, middle, -HALF);
            boolean isSmall = true;
            for (int end = rows.around(customer, middle, HALF); row < end && size - begin <= MOST; row++) {
                long value = rows.value(column, row);
                isSmall &= value == (int) value;
                if (value != 0) {
                    add(which, rows.daysAfterFirst(row) + HALF, (int) value);
                }
            }
            if (isSmall && size - begin <= MOST) {
                return true;
            }
            size = begin;
            return false;
        }

        private void add(int which, int on, int value) {
            if (size == around.length) {
                around = Arrays.copyOf(around, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            around[size] = (short) (which << Byte.SIZE | on);
            values[size++] = value;
        }
    }
}
