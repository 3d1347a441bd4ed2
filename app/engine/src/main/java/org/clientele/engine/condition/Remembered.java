package org.clientele.engine.condition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.clientele.engine.activity.DayTotals;
import org.clientele.engine.activity.Landmark;
import org.clientele.engine.activity.RowRanges;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.RowBits;
import org.jspecify.annotations.Nullable;

/**
 * What was computed of all rows, by the text of what was computed: whoever edits a condition asks for nearly the same again. A comparison takes a bit a
 * row, a number 8 bytes, the numbers from a day on 4 and some, a landmark one, a condition on rows of an activity one or two bits each of those; those
 * asked for last are kept. Safe to share between threads.
 */
public final class Remembered {
    private static final int COMPARISONS = 128;
    private static final int NUMBERS = 6;
    private static final int ASKED = 128;
    private static final int ROWS = 8;
    private static final int LANDMARKS = 16;
    private static final int TOTALS = 4;

    /** Edits of days are near each other where so many days lie between. */
    private static final int NEAR = 16;

    /** Landmarks are so many days apart. */
    private static final int APART = 32;

    private final Map<String, long[]> comparisons = newest(COMPARISONS);
    private final Map<String, double[]> numbers = newest(NUMBERS);
    private final Map<String, Boolean> asked = newest(ASKED);
    private final Map<String, RowBits> rows = newest(ROWS);
    private final Map<Place, Landmark> landmarks = newest(LANDMARKS);
    private final Map<Place, DayTotals> totals = newest(TOTALS);
    private final Map<String, Integer> lately = newest(ASKED);
    private final Map<HistoryColumns, Integer> pasts = new WeakHashMap<>();
    private int newPast;

    private static <K, T> Map<K, T> newest(int kept) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
                return size() > kept;
            }
        };
    }

    /** The rows for which a comparison holds; not to be changed. */
    long[] comparison(String text, Supplier<long[]> computed) {
        return get(comparisons, text, computed);
    }

    /** The number of every row, not to be changed; null when it is asked for the first time: few are asked for again. */
    double @Nullable [] number(String text, Supplier<double[]> computed) {
        return isAskedAgain(text) ? get(numbers, text, computed) : null;
    }

    /** The rows of an activity that meet a condition; null when they are asked for the first time, as {@link #number}. */
    @Nullable
    RowBits rows(String text, Supplier<RowBits> computed) {
        return isAskedAgain(text) ? get(rows, text, computed) : null;
    }

    /** The rows that are counted as events, of those that meet a condition. */
    RowBits events(String text, Supplier<RowBits> computed) {
        return get(rows, "events " + text, computed);
    }

    private boolean isAskedAgain(String text) {
        synchronized (asked) {
            return asked.put(text, true) != null;
        }
    }

    /** A day with known rows near another one. */
    Landmark landmark(ActivityColumns activity, int epochDay) {
        int day = Math.floorDiv(epochDay + APART / 2, APART) * APART;
        return get(
                landmarks,
                new Place(activity.activity(), day),
                () -> Landmark.of(activity, day, nearest(landmarks, activity.activity(), day)));
    }

    /**
     * The numbers from a day near the first one on; null where they are not known and the edit before was far from it: to find them takes longer than what
     * is asked, and days that are far apart gain nothing from one another.
     *
     * @param text what is added up; equal where the numbers are
     */
    @Nullable
    DayTotals totals(String text, RowRanges rows, @Nullable MeasureColumn column) {
        int firstDay = rows.firstDay();
        Place place = new Place(text, DayTotals.dayNear(firstDay));
        synchronized (totals) {
            DayTotals known = totals.get(place);
            Integer before = lately.put(text, firstDay);
            if (known != null || before == null || Math.abs(before - firstDay) > NEAR) {
                return known;
            }
        }
        return get(totals, place, () -> DayTotals.of(rows.since(place.day), column));
    }

    private record Place(String of, int day) {}

    private static <T> @Nullable T nearest(Map<Place, T> all, String of, int day) {
        synchronized (all) {
            return all.entrySet().stream()
                    .filter(known -> known.getKey().of().equals(of))
                    .min(Comparator.comparingInt(
                            known -> Math.abs(known.getKey().day() - day)))
                    .map(Map.Entry::getValue)
                    .orElse(null);
        }
    }

    /** Another text for every past. */
    String past(HistoryColumns past) {
        synchronized (pasts) {
            return String.valueOf(pasts.computeIfAbsent(past, unknown -> newPast++));
        }
    }

    private static <K, T> T get(Map<K, T> all, K key, Supplier<T> computed) {
        synchronized (all) {
            @Nullable T known = all.get(key);
            if (known != null) {
                return known;
            }
        }
        T found = computed.get();
        synchronized (all) {
            all.put(key, found);
        }
        return found;
    }
}
