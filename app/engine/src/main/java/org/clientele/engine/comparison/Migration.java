package org.clientele.engine.comparison;

import org.clientele.engine.numeric.Blocks;

/**
 * Who moved between the segments of a model from one state to another: two dates, or two versions on one date. By customers and by value, in whole
 * minor units, so that for every segment start + in − out + change = end to the cent; by customers change is 0.
 *
 * <p>Rows and columns are segments by ordinal; the last one, {@link #none}, stands for "in none". Who moved out leaves with the value of the start, who
 * moved in comes with that of the end, and what those who stayed gained or lost is the change. A missing value counts as 0. Immutable.
 */
public final class Migration {
    private static final int MOST_BLOCKS = 16;
    private static final int WORTH = 50_000;

    private final int none;
    private final long[][] customers;
    private final long[][] valueAtStart;
    private final long[][] valueAtEnd;

    private Migration(int segments) {
        none = segments;
        customers = new long[segments + 1][segments + 1];
        valueAtStart = new long[segments + 1][segments + 1];
        valueAtEnd = new long[segments + 1][segments + 1];
    }

    /** What a customer is worth in minor units. */
    @FunctionalInterface
    public interface Worth {
        /** The value; {@link Long#MIN_VALUE}: missing. */
        long of(int customer);
    }

    /**
     * Counts.
     *
     * @param segments number of segments
     * @param start the segment of each customer at the start; negative: in none
     * @param end the same at the end, equally long
     * @param startWorth their value at the start
     * @param endWorth at the end
     * @throws IllegalArgumentException when lengths differ or a segment is not below the number
     * @throws ArithmeticException when a sum does not fit 64 bits
     */
    public static Migration of(int segments, int[] start, int[] end, Worth startWorth, Worth endWorth) {
        if (start.length != end.length) {
            throw new IllegalArgumentException("A migration needs the same customers at both ends, found %d and %d"
                    .formatted(start.length, end.length));
        }
        int rows = start.length;
        int blocks = Math.clamp(rows / WORTH, 1, MOST_BLOCKS);
        Migration[] parts = new Migration[blocks];
        Blocks.run(blocks, 1, (first, last) -> {
            for (int block = first; block < last; block++) {
                int from = (int) ((long) rows * block / blocks);
                int to = (int) ((long) rows * (block + 1) / blocks);
                parts[block] = new Migration(segments);
                parts[block].count(from, to, start, end, startWorth, endWorth);
            }
        });
        for (int block = 1; block < blocks; block++) {
            parts[0].add(parts[block]);
        }
        return parts[0];
    }

    /** Counts into arrays of one dimension, which processors like; the value is summed up once where both ends have the same. */
    private void count(int first, int last, int[] start, int[] end, Worth startWorth, Worth endWorth) {
        int width = none + 1;
        long[] counts = new long[width * width];
        long[] starts = new long[width * width];
        long[] ends = startWorth == endWorth ? starts : new long[width * width];
        for (int customer = first; customer < last; customer++) {
            int cell = place(start[customer], customer) * width + place(end[customer], customer);
            counts[cell]++;
            starts[cell] = Math.addExact(starts[cell], known(startWorth.of(customer)));
            if (ends != starts) {
                ends[cell] = Math.addExact(ends[cell], known(endWorth.of(customer)));
            }
        }
        for (int cell = 0; cell < counts.length; cell++) {
            customers[cell / width][cell % width] = counts[cell];
            valueAtStart[cell / width][cell % width] = starts[cell];
            valueAtEnd[cell / width][cell % width] = ends[cell];
        }
    }

    private void add(Migration part) {
        for (int from = 0; from <= none; from++) {
            for (int to = 0; to <= none; to++) {
                customers[from][to] += part.customers[from][to];
                valueAtStart[from][to] = Math.addExact(valueAtStart[from][to], part.valueAtStart[from][to]);
                valueAtEnd[from][to] = Math.addExact(valueAtEnd[from][to], part.valueAtEnd[from][to]);
            }
        }
    }

    private static long known(long worth) {
        return worth == Long.MIN_VALUE ? 0 : worth;
    }

    private int place(int segment, int customer) {
        if (segment >= none) {
            throw new IllegalArgumentException(
                    "Customer %d is in segment %d of a model with %d segments".formatted(customer, segment, none));
        }
        return segment < 0 ? none : segment;
    }

    /** The row and column of those in no segment; also the number of segments. */
    public int none() {
        return none;
    }

    /** How many customers went from one segment to another, or stayed in one. */
    public long customers(int from, int to) {
        return customers[from][to];
    }

    /** What they were worth at the start. */
    public long valueAtStart(int from, int to) {
        return valueAtStart[from][to];
    }

    /** What they were worth at the end. */
    public long valueAtEnd(int from, int to) {
        return valueAtEnd[from][to];
    }

    /** A segment's customers. */
    public Flow byCustomers(int segment) {
        return flow(segment, customers, customers);
    }

    /** A segment's value, in minor units. */
    public Flow byValue(int segment) {
        return flow(segment, valueAtStart, valueAtEnd);
    }

    private static Flow flow(int segment, long[][] atStart, long[][] atEnd) {
        long start = 0;
        long end = 0;
        for (int other = 0; other < atStart.length; other++) {
            start = Math.addExact(start, atStart[segment][other]);
            end = Math.addExact(end, atEnd[other][segment]);
        }
        long stayedAtStart = atStart[segment][segment];
        long stayedAtEnd = atEnd[segment][segment];
        return new Flow(start, end - stayedAtEnd, start - stayedAtStart, stayedAtEnd - stayedAtStart, end);
    }

    /**
     * What became of a segment: {@code start + in − out + change = end}.
     *
     * @param start at the start
     * @param in those who came, as at the end
     * @param out those who went, as at the start
     * @param change of those who stayed
     * @param end at the end
     */
    public record Flow(long start, long in, long out, long change, long end) {}

    /**
     * Why customers are elsewhere when the definition was changed in between.
     *
     * @param stayed in the same segment
     * @param behaviour moved under the old definition, and the new one leaves them there
     * @param definition would have stayed under the old definition
     * @param both moved under the old definition and are put elsewhere again by the new one; who comes back by that has {@code stayed}
     */
    public record Causes(long stayed, long behaviour, long definition, long both) {}

    /**
     * Tells moves by behaviour from moves by definition.
     *
     * @param start segments under the old definition at the start
     * @param between under the old definition at the end
     * @param end under the new definition at the end; ordinals of all three mean the same segments, negative: in none
     */
    public static Causes causes(int[] start, int[] between, int[] end) {
        if (start.length != end.length || start.length != between.length) {
            throw new IllegalArgumentException("Causes need the same customers three times, found %d, %d and %d"
                    .formatted(start.length, between.length, end.length));
        }
        long[] counts = new long[4];
        for (int customer = 0; customer < start.length; customer++) {
            int from = Math.max(-1, start[customer]);
            int via = Math.max(-1, between[customer]);
            int to = Math.max(-1, end[customer]);
            counts[from == to ? 0 : via == to ? 1 : from == via ? 2 : 3]++;
        }
        return new Causes(counts[0], counts[1], counts[2], counts[3]);
    }
}
