package org.clientele.engine.cluster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules that reproduce groups as well as a few comparisons can, so that a customer's group can be explained and does not change when others do. Made
 * from a small decision tree: the rules do not overlap and every row without missing amounts meets exactly one.
 *
 * @param rules for each group those that put a row into it; a group that no rule reaches has none
 * @param reproduced share of the rows that the rules put into the group they are in, 0–1
 * @param reproducedIn the same by group
 */
public record FrozenRules(List<List<Box>> rules, double reproduced, List<Double> reproducedIn) {
    public FrozenRules {
        rules = rules.stream().map(List::copyOf).toList();
        reproducedIn = List.copyOf(reproducedIn);
    }

    /**
     * All bounds hold.
     *
     * @param bounds at most one for each column
     * @param rows how many meet it
     * @param right how many of them are in the group
     */
    public record Box(List<Bound> bounds, int rows, int right) {
        public Box {
            bounds = List.copyOf(bounds);
        }

        /** As a condition of the language: {@code spend > 120.5 && visits <= 3}; {@code true} without bounds. */
        public String condition() {
            return bounds.isEmpty()
                    ? "true"
                    : String.join(" && ", bounds.stream().map(Bound::condition).toList());
        }
    }

    /**
     * A column lies above one amount and up to another.
     *
     * @param column its id
     * @param above not included, in the column's unit; negative infinity: no bound
     * @param upTo included; infinity: no bound
     */
    public record Bound(String column, double above, double upTo) {
        String condition() {
            List<String> parts = new ArrayList<>();
            if (above > Double.NEGATIVE_INFINITY) {
                parts.add(column + " > " + text(above));
            }
            if (upTo < Double.POSITIVE_INFINITY) {
                parts.add(column + " <= " + text(upTo));
            }
            return String.join(" && ", parts);
        }

        private static String text(double amount) {
            String plain = new BigDecimal(Double.toString(amount)).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
    }

    /** The condition for a group: one box or another; {@code false} when there is none. */
    public String condition(int cluster) {
        List<Box> boxes = rules.get(cluster);
        if (boxes.size() == 1) {
            return boxes.getFirst().condition();
        }
        return boxes.isEmpty()
                ? "false"
                : String.join(
                        " || ",
                        boxes.stream().map(box -> "(" + box.condition() + ")").toList());
    }

    /**
     * Freezes groups.
     *
     * @param leaves the most rules altogether; at least the number of groups, three times as many are a good start
     */
    public static FrozenRules of(Clusters clusters, int leaves) {
        if (leaves < clusters.count()) {
            throw new IllegalArgumentException(
                    "Rules for %d groups need at least as many leaves, found %d".formatted(clusters.count(), leaves));
        }
        return new TreeGrower(clusters).grown(leaves);
    }
}
