package org.clientele.engine.metric;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows for which conditions hold whatever the day, kept with the data they were found in: a bit for each row and condition. */
final class KeptRows {
    private final Map<String, BitSet> known = new ConcurrentHashMap<>();

    @Nullable
    BitSet of(String condition) {
        return known.get(condition);
    }

    void keep(String condition, BitSet rows) {
        known.put(condition, rows);
    }
}
