package org.clientele.engine.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was computed of all rows, by the text of what was computed: whoever edits a condition asks for nearly the same again. A comparison takes a bit a
 * row, a number 8 bytes; those asked for last are kept. Safe to share between threads.
 */
public final class Remembered {
    private static final int COMPARISONS = 128;
    private static final int NUMBERS = 6;

    private final Map<String, long[]> comparisons = newest(COMPARISONS);
    private final Map<String, double[]> numbers = newest(NUMBERS);

    private static <T> Map<String, T> newest(int kept) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > kept;
            }
        };
    }

    /** The rows for which a comparison holds; not to be changed. */
    long[] comparison(String text, Supplier<long[]> computed) {
        return get(comparisons, text, computed);
    }

    /** The number of every row; not to be changed. */
    double[] number(String text, Supplier<double[]> computed) {
        return get(numbers, text, computed);
    }

    private static <T> T get(Map<String, T> all, String text, Supplier<T> computed) {
        synchronized (all) {
            @Nullable T known = all.get(text);
            if (known != null) {
                return known;
            }
        }
        T found = computed.get();
        synchronized (all) {
            all.put(text, found);
        }
        return found;
    }
}
