package org.clientele.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Grows a decision tree over groups, always splitting the leaf that gains most (Gini), and turns its leaves into boxes. Learnt from at most
 * {@link KMeans#SAMPLE} rows, counted on all. Source: Breiman, Friedman, Olshen, Stone (1984), Classification and Regression Trees.
 */
final class TreeGrower {
    private static final int FEWEST_IN_A_LEAF = 2;

    private final Clusters clusters;
    private final ClusterRows rows;
    private final int width;

    TreeGrower(Clusters clusters) {
        this.clusters = clusters;
        rows = clusters.rows();
        width = rows.columns().size();
    }

    /** A leaf: its rows, the bounds in the columns' units, and how it is best split. */
    private record Leaf(
            int[] places,
            double[] above,
            double[] upTo,
            @Nullable Split split) {}

    private record Split(int column, double at, double gain) {}

    FrozenRules grown(int most) {
        int asked = Math.min(rows.size(), KMeans.SAMPLE);
        double[] above = new double[width];
        double[] upTo = new double[width];
        Arrays.fill(above, Double.NEGATIVE_INFINITY);
        Arrays.fill(upTo, Double.POSITIVE_INFINITY);
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(leaf(IntStream.range(0, asked).toArray(), above, upTo));
        while (leaves.size() < most) {
            int best = -1;
            for (int i = 0; i < leaves.size(); i++) {
                if (gain(leaves.get(i)) > (best < 0 ? 0 : gain(leaves.get(best)))) {
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            divide(leaves, best);
        }
        return rules(leaves);
    }

    private static double gain(Leaf leaf) {
        return leaf.split() == null ? 0 : leaf.split().gain();
    }

    private Leaf leaf(int[] places, double[] above, double[] upTo) {
        return new Leaf(places, above, upTo, split(places));
    }

    private void divide(List<Leaf> leaves, int index) {
        Leaf leaf = leaves.remove(index);
        Split split = java.util.Objects.requireNonNull(leaf.split());
        double[] upTo = leaf.upTo().clone();
        double[] above = leaf.above().clone();
        upTo[split.column()] = split.at();
        above[split.column()] = split.at();
        int[] low = Arrays.stream(leaf.places())
                .filter(place -> amount(place, split.column()) <= split.at())
                .toArray();
        int[] high = Arrays.stream(leaf.places())
                .filter(place -> amount(place, split.column()) > split.at())
                .toArray();
        leaves.add(leaf(low, leaf.above(), upTo));
        leaves.add(leaf(high, above, leaf.upTo()));
    }

    private double amount(int place, int column) {
        return rows.given(place, column);
    }

    private @Nullable Split split(int[] places) {
        double[] all = counts(places);
        double before = impurity(all, places.length);
        Split best = null;
        for (int column = 0; column < width && before > 0; column++) {
            if (rows.deviation(column) > 0) {
                best = better(best, split(places, column, all, before));
            }
        }
        return best;
    }

    private static @Nullable Split better(@Nullable Split one, @Nullable Split other) {
        return one == null || (other != null && other.gain() > one.gain()) ? other : one;
    }

    private @Nullable Split split(int[] places, int column, double[] all, double before) {
        int[] order = IntStream.of(places)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> amount(place, column)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] low = new double[all.length];
        double[] high = all.clone();
        Split best = null;
        for (int i = 0; i + 1 < order.length; i++) {
            int cluster = clusters.places()[order[i]];
            low[cluster]++;
            high[cluster]--;
            double here = amount(order[i], column);
            double next = amount(order[i + 1], column);
            boolean enough = i + 1 >= FEWEST_IN_A_LEAF && order.length - i - 1 >= FEWEST_IN_A_LEAF;
            if (enough && next > here) {
                double gain = before - impurity(low, i + 1) - impurity(high, order.length - i - 1);
                if (gain > 1e-9 && (best == null || gain > best.gain())) {
                    best = new Split(column, Thresholds.between(here, next), gain);
                }
            }
        }
        return best;
    }

    private double[] counts(int[] places) {
        double[] counts = new double[clusters.count()];
        for (int place : places) {
            counts[clusters.places()[place]]++;
        }
        return counts;
    }

    /** Gini's, times the number of rows. */
    private static double impurity(double[] counts, int size) {
        double squares = 0;
        for (double count : counts) {
            squares += count * count;
        }
        return size - squares / size;
    }

    private FrozenRules rules(List<Leaf> leaves) {
        int[] groups = leaves.stream().mapToInt(this::majority).toArray();
        int[] met = new int[leaves.size()];
        int[] right = new int[leaves.size()];
        for (int place = 0; place < rows.size(); place++) {
            int leaf = find(leaves, place);
            met[leaf]++;
            right[leaf] += clusters.places()[place] == groups[leaf] ? 1 : 0;
        }
        List<List<FrozenRules.Box>> rules = new ArrayList<>();
        List<Double> reproducedIn = new ArrayList<>();
        int all = 0;
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            List<FrozenRules.Box> boxes = new ArrayList<>();
            int own = 0;
            for (int i = 0; i < groups.length; i++) {
                if (groups[i] == cluster) {
                    boxes.add(new FrozenRules.Box(bounds(leaves.get(i)), met[i], right[i]));
                    own += right[i];
                }
            }
            all += own;
            rules.add(boxes);
            reproducedIn.add((double) own / clusters.size(cluster));
        }
        return new FrozenRules(rules, (double) all / rows.size(), reproducedIn);
    }

    private int majority(Leaf leaf) {
        double[] counts = counts(leaf.places());
        int most = 0;
        for (int cluster = 1; cluster < counts.length; cluster++) {
            most = counts[cluster] > counts[most] ? cluster : most;
        }
        return most;
    }

    private int find(List<Leaf> leaves, int place) {
        int found = 0;
        while (!holds(leaves.get(found), place)) {
            found++;
        }
        return found;
    }

    private boolean holds(Leaf leaf, int place) {
        for (int column = 0; column < width; column++) {
            double amount = amount(place, column);
            if (!(amount > leaf.above()[column] && amount <= leaf.upTo()[column])) {
                return false;
            }
        }
        return true;
    }

    private List<FrozenRules.Bound> bounds(Leaf leaf) {
        List<FrozenRules.Bound> bounds = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (leaf.above()[column] > Double.NEGATIVE_INFINITY || leaf.upTo()[column] < Double.POSITIVE_INFINITY) {
                bounds.add(
                        new FrozenRules.Bound(rows.columns().get(column), leaf.above()[column], leaf.upTo()[column]));
            }
        }
        return bounds;
    }
}
