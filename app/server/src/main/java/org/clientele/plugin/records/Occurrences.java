package org.clientele.plugin.records;

import java.util.HashMap;
import java.util.Map;

/** Tells records apart that nothing but their number distinguishes: the second of a file is the second that is here. */
public final class Occurrences {
    private final Map<String, Integer> here = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** Notes one that is here. */
    public void here(String key) {
        here.merge(key, 1, Integer::sum);
    }

    /** Notes one of the file; whether there is none yet that it could be. */
    public boolean isNew(String key) {
        return seen.merge(key, 1, Integer::sum) > here.getOrDefault(key, 0);
    }
}
