package org.clientele.engine.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MeasureColumn;
import org.jspecify.annotations.Nullable;

/**
 * What two segments differ in most.
 *
 * @param onlyFirst customers of the first segment who are not in the second
 * @param onlySecond and the other way round; who is in both is compared with nobody
 * @param both how many are in both
 * @param differences by size, largest first; after them what may be none by its interval, likewise; what cannot be measured last; equal ones by id
 */
public record SegmentComparison(int onlyFirst, int onlySecond, int both, List<Difference> differences) {
    public SegmentComparison {
        differences = List.copyOf(differences);
    }

    /**
     * How the segments differ in a column.
     *
     * @param column its id
     * @param size for quantities Cliff's delta, for choices and flags Cramér's V
     * @param means for quantities Cohen's d; null for others
     * @param first what is typical of the first segment: a quantity's median, 0–1 for the share of a flag, the code that most customers have for a
     *     choice, the lowest of those with equally many; NaN without values
     * @param second the same of the second
     * @param knownFirst how many of the first segment have a value
     * @param knownSecond the same of the second
     */
    public record Difference(
            String column,
            EffectSize size,
            @Nullable EffectSize means,
            double first,
            double second,
            int knownFirst,
            int knownSecond) {}

    /** Compares. @param columns by id @param first customers @param second customers */
    public static SegmentComparison of(Map<String, Column> columns, BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        int[] one = without(first, both);
        int[] other = without(second, both);
        List<Difference> differences = new ArrayList<>();
        columns.forEach((id, column) -> differences.add(difference(id, column, one, other)));
        differences.sort(
                Comparator.<Difference, Boolean>comparing(d -> !d.size().isCertain())
                        .thenComparingDouble(d -> -rank(d.size().value()))
                        .thenComparing(Difference::column));
        return new SegmentComparison(one.length, other.length, both.cardinality(), differences);
    }

    private static int[] without(BitSet segment, BitSet both) {
        BitSet rest = (BitSet) segment.clone();
        rest.andNot(both);
        return rest.stream().toArray();
    }

    private static double rank(double size) {
        return Double.isNaN(size) ? -1 : Math.abs(size);
    }

    private static Difference difference(String id, Column column, int[] first, int[] second) {
        return switch (column) {
            case MeasureColumn measure -> quantity(id, measure, first, second);
            case FlagColumn flag -> flag(id, flag, first, second);
            case CodeColumn codes -> choice(id, codes, first, second);
        };
    }

    private static Difference quantity(String id, MeasureColumn column, int[] first, int[] second) {
        double[] one = known(column, first);
        double[] other = known(column, second);
        return new Difference(
                id,
                EffectSizes.cliff(one, other),
                EffectSizes.cohen(one, other),
                median(one),
                median(other),
                one.length,
                other.length);
    }

    private static double[] known(MeasureColumn column, int[] customers) {
        return java.util.Arrays.stream(customers)
                .mapToDouble(column::asDouble)
                .filter(Double::isFinite)
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static Difference flag(String id, FlagColumn column, int[] first, int[] second) {
        int[] one = new int[2];
        int[] other = new int[2];
        count(column, first, one);
        count(column, second, other);
        return difference(id, one, other, share(one), share(other));
    }

    private static void count(FlagColumn column, int[] customers, int[] counts) {
        for (int customer : customers) {
            if (!column.isMissing(customer)) {
                counts[column.get(customer)]++;
            }
        }
    }

    private static double share(int[] counts) {
        return counts[0] + counts[1] == 0 ? Double.NaN : (double) counts[1] / (counts[0] + counts[1]);
    }

    private static Difference choice(String id, CodeColumn column, int[] first, int[] second) {
        int[] one = new int[column.dictionary().size()];
        int[] other = new int[one.length];
        count(column, first, one);
        count(column, second, other);
        return difference(id, one, other, mostFrequent(one), mostFrequent(other));
    }

    private static double mostFrequent(int[] counts) {
        int most = 0;
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] > counts[most]) {
                most = code;
            }
        }
        return counts.length == 0 || counts[most] == 0 ? Double.NaN : most;
    }

    private static void count(CodeColumn column, int[] customers, int[] counts) {
        for (int customer : customers) {
            if (column.get(customer) != CodeColumn.MISSING) {
                counts[column.get(customer)]++;
            }
        }
    }

    private static Difference difference(String id, int[] one, int[] other, double first, double second) {
        return new Difference(
                id,
                EffectSizes.cramer(one, other),
                null,
                first,
                second,
                java.util.Arrays.stream(one).sum(),
                java.util.Arrays.stream(other).sum());
    }
}
