package org.clientele.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.clientele.common.Problem;
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

    void remove(String key) {
        byKey.remove(key);
    }
}
