package org.clientele.strategy;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientele.common.Announcements;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What plugins say of strategies. A default that an upgrade changed is kept in the history beside what consultants published. */
@Component
class StrategyDefaults {
    private final StrategyVersionDao dao;
    private final Verticals verticals;
    private final Clock clock;
    private final Announcements.Subscription subscription;

    StrategyDefaults(StrategyVersionDao dao, Verticals verticals, Announcements announcements, Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.clock = clock;
        this.subscription = announcements.listen(VerticalsChanged.class, change -> note(change.verticalKey()));
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }

    /** Notes defaults that upgrades changed while the portal was down. */
    @EventListener(ApplicationReadyEvent.class)
    void note() {
        verticals.enabled().forEach(vertical -> note(vertical.key()));
    }

    void note(String verticalKey) {
        verticals.find(verticalKey).ifPresent(vertical -> dao.current(vertical.id(), clock.instant())
                .keySet()
                .forEach(segment -> note(vertical, segment)));
    }

    /** Keeps a new default of the plugin beside what is published; what follows the plugin follows it. */
    private void note(Vertical vertical, SegmentName segment) {
        Optional<StrategyChange> plugin = of(vertical, segment);
        if (plugin.isEmpty()) {
            return;
        }
        String content = StrategyCodec.write(plugin.get());
        List<StrategyVersion> stored = dao.history(vertical.id(), segment);
        boolean known = stored.stream()
                .filter(version -> version.kind() == StrategyVersion.Kind.INSTALLED)
                .findFirst()
                .map(version -> StrategyCodec.read(version.content()).equals(plugin.get()))
                .orElse(false);
        if (known) {
            return;
        }
        boolean follows = StrategyVersion.applying(stored, clock.instant())
                .map(version -> version.kind() == StrategyVersion.Kind.INSTALLED)
                .orElse(true);
        dao.add(
                vertical.id(),
                new StrategyVersion(
                        segment,
                        stored.getFirst().number() + 1,
                        StrategyVersion.Kind.INSTALLED,
                        follows ? StrategyVersion.Status.PUBLISHED : StrategyVersion.Status.OFFERED,
                        content,
                        "",
                        "",
                        clock.instant()));
    }

    /** What the plugin says of a strategy; nothing of one that a consultant made. */
    static Optional<StrategyChange> of(Vertical vertical, SegmentName segment) {
        return vertical.definition().strategies().stream()
                .filter(strategy -> TreatmentOrder.segment(strategy).equals(segment))
                .findFirst()
                .map(strategy -> StrategyChange.of(vertical, strategy));
    }

    /** The plugin's as version 1, where nobody published anything. */
    static Optional<StrategyVersion> first(Vertical vertical, SegmentName segment) {
        return of(vertical, segment)
                .map(plugin -> new StrategyVersion(
                        segment,
                        1,
                        StrategyVersion.Kind.INSTALLED,
                        StrategyVersion.Status.PUBLISHED,
                        StrategyCodec.write(plugin),
                        "",
                        "",
                        Instant.EPOCH));
    }
}
