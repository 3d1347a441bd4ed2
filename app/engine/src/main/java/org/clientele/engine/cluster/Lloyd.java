package org.clientele.engine.cluster;

import java.util.Arrays;
import org.clientele.engine.numeric.Blocks;

/**
 * Assigns rows to the nearest centre and moves centres to the means of their rows, again and again. A row is looked at anew only when centres
 * have moved so far since it was last looked at that another one may have come nearer than its own; sums follow the rows that change.
 */
final class Lloyd {
    private static final int WORTH = 8_192;
    private static final double SAFETY = 1e-9;

    private final double[] values;
    private final int size;
    private final int width;
    private final int count;
    private final double[] centres;
    private final int[] places;

    /** By row: once what its centre and the others have moved adds up to more, another one may be nearer. */
    private final double[] safe;

    private final double[] sums;
    private final long[] sizes;
    /** By centre: how far it and the one that moved farthest of the others have moved, added up. */
    private final double[] moved;

    private double inertia;
    private int steps;

    Lloyd(ClusterRows rows, int count, double[] start) {
        values = rows.values();
        size = rows.size();
        width = rows.width();
        this.count = count;
        centres = start.clone();
        places = new int[size];
        safe = new double[size];
        Arrays.fill(places, -1);
        Arrays.fill(safe, Double.NEGATIVE_INFINITY);
        sums = new double[count * width];
        sizes = new long[count];
        moved = new double[count];
    }

    void climb(int mostSteps) {
        boolean changed = true;
        while (changed && steps < mostSteps) {
            changed = assign() > 0;
            steps++;
            if (changed) {
                refill();
                move();
            }
        }
        finish();
    }

    /** What blocks found, in their order: sums of those who came less those who went, their number, and how many changed. */
    private long assign() {
        var change = Blocks.sums(size, WORTH, count * (width + 1) + 1, (from, to, sum) -> {
            double[] found = sum.gradient;
            int[] changed = new int[1];
            for (int row = from; row < to; row++) {
                int own = places[row];
                if (own < 0 || safe[row] <= moved[own]) {
                    look(row, found, changed);
                }
            }
            found[count * (width + 1)] += changed[0];
        });
        for (int i = 0; i < sums.length; i++) {
            sums[i] += change.gradient[i];
        }
        for (int cluster = 0; cluster < count; cluster++) {
            sizes[cluster] += Math.round(change.gradient[count * width + cluster]);
        }
        return Math.round(change.gradient[count * (width + 1)]);
    }

    private void look(int row, double[] found, int[] changed) {
        int at = row * width;
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int cluster = 0, c = 0; cluster < count; cluster++, c += width) {
            double distance = 0;
            for (int i = 0; i < width; i++) {
                double away = values[at + i] - centres[c + i];
                distance += away * away;
            }
            if (distance < least) {
                second = least;
                least = distance;
                nearest = cluster;
            } else if (distance < second) {
                second = distance;
            }
        }
        safe[row] = moved[nearest] + (Math.sqrt(second) - Math.sqrt(least)) * (1 - SAFETY) - SAFETY;
        int before = places[row];
        if (before != nearest) {
            places[row] = nearest;
            changed[0]++;
            transfer(at, nearest, 1, found);
            if (before >= 0) {
                transfer(at, before, -1, found);
            }
        }
    }

    private void transfer(int at, int cluster, int sign, double[] found) {
        for (int i = 0; i < width; i++) {
            found[cluster * width + i] += sign * values[at + i];
        }
        found[count * width + cluster] += sign;
    }

    /** A group that has lost all its rows gets the row farthest from its centre. */
    private void refill() {
        for (int cluster = 0; cluster < count; cluster++) {
            if (sizes[cluster] == 0) {
                int farthest = 0;
                double most = -1;
                for (int row = 0; row < size; row++) {
                    double distance = Distances.between(values, row, centres, places[row], width);
                    if (distance > most && sizes[places[row]] > 1) {
                        most = distance;
                        farthest = row;
                    }
                }
                give(farthest, cluster);
            }
        }
    }

    private void give(int row, int cluster) {
        int before = places[row];
        for (int i = 0; i < width; i++) {
            sums[before * width + i] -= values[row * width + i];
            sums[cluster * width + i] += values[row * width + i];
        }
        sizes[before]--;
        sizes[cluster]++;
        places[row] = cluster;
        Arrays.fill(safe, Double.NEGATIVE_INFINITY);
    }

    /** To the means. */
    private void move() {
        double[] ways = new double[count];
        double longest = 0;
        double next = 0;
        for (int cluster = 0; cluster < count; cluster++) {
            double way = 0;
            for (int i = 0; i < width; i++) {
                int at = cluster * width + i;
                double mean = sums[at] / Math.max(1, sizes[cluster]);
                way += (mean - centres[at]) * (mean - centres[at]);
                centres[at] = mean;
            }
            ways[cluster] = Math.sqrt(way);
            next = Math.max(next, Math.min(longest, ways[cluster]));
            longest = Math.max(longest, ways[cluster]);
        }
        for (int cluster = 0; cluster < count; cluster++) {
            moved[cluster] += ways[cluster] + (ways[cluster] == longest ? next : longest);
        }
    }

    /** Goes on with single rows, for which even a farther centre can be the better one: what a row costs depends on how many share its group. */
    void exchange() {
        new Exchange(values, width, centres, places, sizes).run();
        finish();
    }

    /** Centres as exact means and the distances from them. */
    private void finish() {
        var exact = Blocks.sums(size, WORTH, count * width, (from, to, sum) -> {
            for (int row = from; row < to; row++) {
                for (int i = 0; i < width; i++) {
                    sum.gradient[places[row] * width + i] += values[row * width + i];
                }
            }
        });
        for (int at = 0; at < centres.length; at++) {
            long members = sizes[at / width];
            centres[at] = members == 0 ? centres[at] : exact.gradient[at] / members;
        }
        inertia = Blocks.sums(size, WORTH, 1, (from, to, sum) -> {
                    for (int row = from; row < to; row++) {
                        sum.value += Distances.between(values, row, centres, places[row], width);
                    }
                })
                .value;
    }

    double inertia() {
        return inertia;
    }

    int steps() {
        return steps;
    }

    double[] centres() {
        return centres;
    }

    int[] places() {
        return places;
    }
}
