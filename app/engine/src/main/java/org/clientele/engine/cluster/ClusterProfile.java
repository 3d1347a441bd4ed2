package org.clientele.engine.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a group is like, and what to call it, for a screen to put into words.
 *
 * @param cluster the group
 * @param size how many rows
 * @param share of all rows that were grouped
 * @param traits every column that differs from row to row, by how far the group's mean lies from that of all, farthest first
 * @param name the fewest of its traits, one to three, that no other group has in the same way; empty when the group is average in everything
 */
public record ClusterProfile(int cluster, int size, double share, List<Trait> traits, List<Trait> name) {
    private static final int LONGEST_NAME = 3;

    public ClusterProfile {
        traits = List.copyOf(traits);
        name = List.copyOf(name);
    }

    /** Where a group lies. */
    public enum Direction {
        LOW,
        HIGH
    }

    /** How far: less than half a standard deviation, up to one, up to two, more. */
    public enum Strength {
        HARDLY,
        SOMEWHAT,
        CLEARLY,
        VERY;

        static Strength of(double deviations) {
            double away = Math.abs(deviations);
            return away < 0.5 ? HARDLY : away < 1 ? SOMEWHAT : away < 2 ? CLEARLY : VERY;
        }
    }

    /**
     * How a group stands in a column.
     *
     * @param column its id
     * @param direction below or above the mean of all
     * @param strength how far
     * @param deviations the same in standard deviations of all rows, negative below
     * @param mean of the group, in the column's unit
     * @param overall mean of all rows
     */
    public record Trait(
            String column, Direction direction, Strength strength, double deviations, double mean, double overall) {
        boolean sameWordsAs(Trait other) {
            return column.equals(other.column) && direction == other.direction && strength == other.strength;
        }
    }

    /** One for each group. */
    public static List<ClusterProfile> of(Clusters clusters) {
        List<List<Trait>> traits = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            traits.add(traits(clusters, cluster));
        }
        List<ClusterProfile> profiles = new ArrayList<>();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            int size = clusters.size(cluster);
            double share = (double) size / clusters.rows().size();
            profiles.add(new ClusterProfile(cluster, size, share, traits.get(cluster), name(traits, cluster)));
        }
        return profiles;
    }

    private static List<Trait> traits(Clusters clusters, int cluster) {
        List<Trait> traits = new ArrayList<>();
        ClusterRows rows = clusters.rows();
        for (int column = 0; column < rows.columns().size(); column++) {
            if (rows.deviation(column) > 0) {
                double away = clusters.centre(cluster, column);
                traits.add(new Trait(
                        rows.columns().get(column),
                        away < 0 ? Direction.LOW : Direction.HIGH,
                        Strength.of(away),
                        away,
                        clusters.mean(cluster, column),
                        rows.mean(column)));
            }
        }
        traits.sort(Comparator.comparingDouble(trait -> -Math.abs(trait.deviations())));
        return traits;
    }

    /** The strongest trait, and as many more as it takes to be told from every other group. */
    private static List<Trait> name(List<List<Trait>> all, int cluster) {
        List<Trait> name = new ArrayList<>();
        for (Trait trait : all.get(cluster)) {
            if (trait.strength() == Strength.HARDLY
                    || name.size() == LONGEST_NAME
                    || (!name.isEmpty() && !shared(all, cluster, name))) {
                break;
            }
            name.add(trait);
        }
        return name;
    }

    private static boolean shared(List<List<Trait>> all, int cluster, List<Trait> name) {
        for (int other = 0; other < all.size(); other++) {
            List<Trait> traits = all.get(other);
            if (other != cluster
                    && name.stream().allMatch(own -> traits.stream().anyMatch(own::sameWordsAs))) {
                return true;
            }
        }
        return false;
    }
}
