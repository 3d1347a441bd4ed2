package org.clientele.plugin.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Brings back records of one row each, which say one thing under a key: what is here under it stays.
 *
 * @param <R> a record
 */
public final class RestoredRows<R> implements VerticalRecords.Restoring {
    private final Reader<R> reader;
    private final BiFunction<RecordRow, R, String> key;
    private final Map<String, @Nullable R> here;
    private final @Nullable String column;
    private final Store<R> store;
    private final List<R> fresh = new ArrayList<>();

    private RestoredRows(
            Reader<R> reader,
            BiFunction<RecordRow, R, String> key,
            Map<String, @Nullable R> here,
            @Nullable String column,
            Store<R> store) {
        this.reader = reader;
        this.key = key;
        this.here = here;
        this.column = column;
        this.store = store;
    }

    /** Reads a record. */
    @FunctionalInterface
    public interface Reader<R> {
        R read(RecordRow row) throws UnfitRowException;
    }

    /** Stores new records, at least one, in the caller's transaction. */
    @FunctionalInterface
    public interface Store<R> {
        void store(List<R> fresh, long importId);
    }

    /** A row whose key is here already says nothing new, whatever else it holds. @param keys of what is here */
    public static <R> RestoredRows<R> once(
            Set<String> keys, Reader<R> reader, BiFunction<RecordRow, R, String> key, Store<R> store) {
        Map<String, @Nullable R> here = new HashMap<>();
        keys.forEach(known -> here.put(known, null));
        return new RestoredRows<>(reader, key, here, null, store);
    }

    /**
     * A row whose key is here with something else is refused.
     *
     * @param stored what is here
     * @param column that the refusal names
     */
    public static <R> RestoredRows<R> same(
            List<R> stored, String column, Reader<R> reader, Function<R, String> key, Store<R> store) {
        Map<String, @Nullable R> here = new HashMap<>();
        stored.forEach(known -> here.put(key.apply(known), known));
        return new RestoredRows<>(reader, (row, found) -> key.apply(found), here, column, store);
    }

    @Override
    public boolean take(RecordRow row) throws UnfitRowException {
        R found = reader.read(row);
        String name = key.apply(row, found);
        if (!here.containsKey(name)) {
            here.put(name, found);
            fresh.add(found);
            return true;
        }
        if (column != null && !found.equals(here.get(name))) {
            throw row.unfit(column, Cause.TAKEN);
        }
        return false;
    }

    @Override
    public void flush(@Nullable Long importId) {
        if (importId != null && !fresh.isEmpty()) {
            store.store(List.copyOf(fresh), importId);
        }
        fresh.clear();
    }
}
