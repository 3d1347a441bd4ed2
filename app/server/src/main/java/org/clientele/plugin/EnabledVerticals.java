package org.clientele.plugin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The verticals enabled on this node. Thread-safe; changed by the plugin host only. */
@Component
class EnabledVerticals implements Verticals {
    private final Map<String, Vertical> byKey = new ConcurrentSkipListMap<>();

    @Override
    public List<Vertical> enabled() {
        return List.copyOf(byKey.values());
    }

    @Override
    public Optional<Vertical> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Vertical get(String key) {
        return find(key).orElseThrow(() -> new Problem("plugin.problem.not-enabled", key));
    }

    void put(Vertical vertical) {
        byKey.put(vertical.key(), vertical);
    }

    void setAsOf(String key, AsOfMode mode, @Nullable LocalDate day) {
        byKey.computeIfPresent(
                key, (k, v) -> new Vertical(v.id(), k, v.currency(), mode, day, v.definition(), v.texts(), v.tables()));
    }

    void remove(String key) {
        byKey.remove(key);
    }
}
