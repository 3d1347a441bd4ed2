package org.clientele.plugin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.VerticalNoticeDao;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The verticals enabled on this node. Thread-safe; changed by the plugin host only. */
@Component
class EnabledVerticals implements Verticals {
    private final Map<String, Vertical> byKey = new ConcurrentSkipListMap<>();

    private final Function<String, Optional<VerticalNotice>> notices;
    private final List<PortalFacts> facts;

    @Autowired
    EnabledVerticals(VerticalNoticeDao notices, List<PortalFacts> facts) {
        this.notices = notices::find;
        this.facts = List.copyOf(facts);
    }

    EnabledVerticals() {
        this.notices = key -> Optional.empty();
        this.facts = List.of();
    }

    @Override
    public Optional<VerticalNotice> whatBecameOf(String key) {
        return notices.apply(key);
    }

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
        Vertical known = vertical;
        for (PortalFacts each : facts) {
            known = each.in(known);
        }
        byKey.put(vertical.key(), known);
    }

    void setAsOf(String key, AsOfMode mode, @Nullable LocalDate day) {
        byKey.computeIfPresent(
                key, (k, v) -> new Vertical(v.id(), k, v.currency(), mode, day, v.definition(), v.texts(), v.tables()));
    }

    void remove(String key) {
        byKey.remove(key);
    }
}
