package org.clientele.engine.lifetime;

import java.util.Arrays;

/** Different histories, each with the number of customers who have it, by repeats, then last purchase, then age. Times are days. */
final class HistoryGroups {
    private static final int TIME = (1 << 20) - 1;

    final int size;
    final int customers;
    final int[] repeats;
    final int[] last;
    final int[] ages;
    final int[] counts;
    final int longest;
    final double sumOfAges;
    final long sumOfRepeats;
    final int repeating;

    private final long[] keys;

    /** By number of repeats: how many customers made more. */
    final int[] above;

    /** @param keys sorted: repeats, last, age from the highest bits down */
    HistoryGroups(long[] keys) {
        int different = 0;
        for (int i = 0; i < keys.length; i++) {
            different += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
        }
        size = different;
        customers = keys.length;
        repeats = new int[size];
        last = new int[size];
        ages = new int[size];
        counts = new int[size];
        this.keys = new long[size];
        int group = -1;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                group++;
                this.keys[group] = keys[i];
                repeats[group] = (int) (keys[i] >>> 40);
                last[group] = (int) (keys[i] >>> 20) & TIME;
                ages[group] = (int) keys[i] & TIME;
            }
            counts[group]++;
        }
        above = new int[size == 0 ? 0 : repeats[size - 1]];
        int oldest = 0;
        int again = 0;
        double weeks = 0;
        long sum = 0;
        for (int i = 0; i < size; i++) {
            oldest = Math.max(oldest, ages[i]);
            again += repeats[i] > 0 ? counts[i] : 0;
            weeks += counts[i] * (ages[i] / PurchaseHistories.WEEK);
            sum += (long) counts[i] * repeats[i];
            if (repeats[i] > 0) {
                above[repeats[i] - 1] += counts[i];
            }
        }
        for (int k = above.length - 2; k >= 0; k--) {
            above[k] += above[k + 1];
        }
        longest = oldest;
        repeating = again;
        sumOfAges = weeks;
        sumOfRepeats = sum;
    }

    /** The group of a history. */
    int find(int repeats, int last, int age) {
        return Arrays.binarySearch(keys, key(repeats, last, age));
    }

    static long key(int repeats, int last, int age) {
        return (long) repeats << 40 | (long) last << 20 | age;
    }
}
