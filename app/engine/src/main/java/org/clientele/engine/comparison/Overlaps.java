package org.clientele.engine.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * How segments overlap: how many customers are in exactly which of them (an UpSet chart; Lex and others 2014), and how many any two share.
 *
 * @param combinations every combination that occurs, the most frequent first, equal ones by their segments; the customers of all of them together are
 *     the customers in any segment
 * @param none how many are in no segment
 * @param pairs for any two segments how many customers are in both; on the diagonal those of one
 */
public record Overlaps(List<Combination> combinations, int none, List<List<Integer>> pairs) {
    /** The most segments that can be compared at once. */
    public static final int MOST = 31;

    public Overlaps {
        combinations = List.copyOf(combinations);
        pairs = pairs.stream().map(List::copyOf).toList();
    }

    /**
     * The customers who are in these segments and no others.
     *
     * @param segments by their place in what was compared, ascending
     * @param customers how many
     */
    public record Combination(List<Integer> segments, int customers) {
        public Combination {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Counts.
     *
     * @param segments their customers, at most {@value #MOST}
     * @param customers how many there are altogether
     */
    public static Overlaps of(List<BitSet> segments, int customers) {
        if (segments.size() > MOST) {
            throw new IllegalArgumentException(
                    "At most %d segments can be compared at once, found %d".formatted(MOST, segments.size()));
        }
        int[] masks = new int[customers];
        for (int segment = 0; segment < segments.size(); segment++) {
            int bit = 1 << segment;
            segments.get(segment).stream().forEach(customer -> masks[customer] |= bit);
        }
        Arrays.sort(masks);
        List<Combination> combinations = new ArrayList<>();
        int[][] pairs = new int[segments.size()][segments.size()];
        int none = 0;
        for (int from = 0, to; from < customers; from = to) {
            to = from;
            while (to < customers && masks[to] == masks[from]) {
                to++;
            }
            int[] members = BitSet.valueOf(new long[] {masks[from]}).stream().toArray();
            if (members.length == 0) {
                none = to - from;
            } else {
                combinations.add(new Combination(Arrays.stream(members).boxed().toList(), to - from));
                add(pairs, members, to - from);
            }
        }
        combinations.sort(
                Comparator.comparingInt((Combination c) -> -c.customers()).thenComparing(Overlaps::bySegments));
        return new Overlaps(
                combinations,
                none,
                Arrays.stream(pairs)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    private static int bySegments(Combination one, Combination other) {
        return Arrays.compare(
                one.segments().stream().mapToInt(Integer::intValue).toArray(),
                other.segments().stream().mapToInt(Integer::intValue).toArray());
    }

    private static void add(int[][] pairs, int[] members, int customers) {
        for (int one : members) {
            for (int other : members) {
                pairs[one][other] += customers;
            }
        }
    }

    /** The share, 0–1, of the customers in either of two segments who are in both (Jaccard); NaN when both are empty. */
    public double likeness(int one, int other) {
        int both = pairs.get(one).get(other);
        int either = pairs.get(one).get(one) + pairs.get(other).get(other) - both;
        return either == 0 ? Double.NaN : (double) both / either;
    }
}
