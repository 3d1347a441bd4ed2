package org.clientele.plugins.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what somebody probably meant. */
final class Spelling {
    private static final int SHOWN = 12;
    private static final int FEWEST_LETTERS = 3;

    private Spelling() {}

    /**
     * The candidates at most two edits away, nearest first; when none is those that begin or end with what was typed, or the other way round, shortest
     * first; the first dozen of all when there are none either.
     */
    static List<String> nearest(String typed, Collection<String> candidates) {
        List<String> near = candidates.stream()
                .filter(c -> distance(typed, c) <= Math.min(2, typed.length() - 1))
                .sorted(Comparator.comparingInt(c -> distance(typed, c)))
                .toList();
        if (!near.isEmpty()) {
            return near;
        }
        List<String> akin = candidates.stream()
                .filter(c -> isPart(typed, c) || isPart(c, typed))
                .sorted(Comparator.comparingInt(String::length))
                .limit(SHOWN)
                .toList();
        return akin.isEmpty() ? candidates.stream().limit(SHOWN).toList() : akin;
    }

    /** Shorter words begin or end too many others. */
    private static boolean isPart(String part, String whole) {
        return part.length() >= FEWEST_LETTERS && (whole.startsWith(part) || whole.endsWith(part));
    }

    /** Levenshtein's distance; long texts are not compared. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2 || a.length() > 60) {
            return Integer.MAX_VALUE;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            previous = nextRow(previous, a.charAt(i - 1), b, i);
        }
        return previous[b.length()];
    }

    private static int[] nextRow(int[] previous, char c, String b, int i) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            int replace = previous[j - 1] + (c == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replace, Math.min(previous[j], row[j - 1]) + 1);
        }
        return row;
    }
}
