package org.clientele.engine.preview;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.model.ModelResult;

/**
 * What one form of a model does in place of another to the same customers on the same day. Where rules label with several segments a
 * customer moves when the best of them changes. Immutable.
 */
public final class Effect {
    private final ModelResult before;
    private final ModelResult after;
    private final int[] placesBefore;
    private final int[] placesAfter;
    private final Migration migration;
    private final Migration.Worth worth;
    private final int[] countsBefore;
    private final int[] countsAfter;

    Effect(ModelResult before, int[] placesBefore, ModelResult after, Migration.Worth worth) {
        this.before = before;
        this.after = after;
        this.placesBefore = placesBefore;
        this.placesAfter = after.segments();
        this.worth = worth;
        this.migration = Migration.of(after.segmentCount(), placesBefore, placesAfter, worth, worth);
        this.countsBefore = counts(before, true);
        this.countsAfter = counts(after, false);
    }

    /** Sums of the migration, unless customers can have several segments. */
    private int[] counts(ModelResult result, boolean atStart) {
        int[] best = new int[result.segmentCount()];
        for (int segment = 0; segment < best.length; segment++) {
            Migration.Flow flow = migration.byCustomers(segment);
            best[segment] = Math.toIntExact(atStart ? flow.start() : flow.end());
        }
        return result.isExclusive() ? best : result.counts();
    }

    /** The model as it is replaced. */
    public ModelResult before() {
        return before;
    }

    /** The model that replaces it. */
    public ModelResult after() {
        return after;
    }

    /** Who goes where, with their value. */
    public Migration migration() {
        return migration;
    }

    /** Members of a segment before. */
    public int countBefore(int segment) {
        return countsBefore[segment];
    }

    /** Members of a segment after. */
    public int countAfter(int segment) {
        return countsAfter[segment];
    }

    /** Customers who are in no segment afterwards and were in one, or are still in none but were customers. */
    public int inNone() {
        return Math.toIntExact(migration.byCustomers(migration.none()).end());
    }

    /** How many customers are in another segment afterwards. */
    public long moved() {
        long moved = 0;
        for (int from = 0; from <= migration.none(); from++) {
            for (int to = 0; to <= migration.none(); to++) {
                moved += from == to ? 0 : migration.customers(from, to);
            }
        }
        return moved;
    }

    /** What they are worth. */
    public long movedWorth() {
        long moved = 0;
        for (int from = 0; from <= migration.none(); from++) {
            for (int to = 0; to <= migration.none(); to++) {
                moved += from == to ? 0 : migration.valueAtEnd(from, to);
            }
        }
        return moved;
    }

    /** The segment of a customer before; {@link ModelResult#NONE} for none. */
    public int from(int customer) {
        return placesBefore[customer];
    }

    /** The segment of a customer afterwards; {@link ModelResult#NONE} for none. */
    public int to(int customer) {
        return placesAfter[customer];
    }

    /** Which of those who move. */
    public enum Way {
        /** All of them, of any segment. */
        ANY,
        /** Those who enter a segment. */
        IN,
        /** Those who leave it. */
        OUT
    }

    /** All who move that way, worth most first, and of equal worth in the order of customers. @param segment ignored with {@link Way#ANY} */
    public int[] everyMover(Way way, int segment) {
        return IntStream.range(0, placesAfter.length)
                .parallel()
                .filter(customer -> placesBefore[customer] != placesAfter[customer])
                .filter(customer -> switch (way) {
                    case ANY -> true;
                    case IN -> placesAfter[customer] == segment;
                    case OUT -> placesBefore[customer] == segment;
                })
                .boxed()
                .sorted(Comparator.comparingLong(worth::of).reversed().thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Those of the customers who move who are worth most, most first. @param most how many, one at least */
    public int[] movers(int most) {
        return movers(ModelResult.NONE, most);
    }

    /** The same of those who enter or leave a segment; {@link ModelResult#NONE}: of all. */
    public int[] movers(int segment, int most) {
        int[] found = new int[most];
        long[] worths = new long[most];
        int size = 0;
        for (int customer = 0; customer < placesAfter.length; customer++) {
            int from = placesBefore[customer];
            int to = placesAfter[customer];
            if (from == to || segment != ModelResult.NONE && from != segment && to != segment) {
                continue;
            }
            long value = worth.of(customer);
            if (size < most || value > worths[size - 1]) {
                int at = size < most ? size++ : size - 1;
                while (at > 0 && worths[at - 1] < value) {
                    worths[at] = worths[at - 1];
                    found[at] = found[at - 1];
                    at--;
                }
                worths[at] = value;
                found[at] = customer;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
