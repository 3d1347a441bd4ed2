package org.clientele.strategy;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clientele.common.Announcements;
import org.clientele.common.Lookout;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has tasks and screens follow when a version's moment has come, or another node published or planned one. Every node looks for itself. */
@Component
public class DueStrategies {
    private final StrategyVersionDao dao;
    private final Verticals verticals;
    private final Announcements announcements;
    private final Clock clock;
    private final Map<String, Standing> seen = new ConcurrentHashMap<>();
    private final Lookout lookout = new Lookout("due-strategies", this::look);

    public DueStrategies(StrategyVersionDao dao, Verticals verticals, Announcements announcements, Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What was published, until a moment and for later. */
    private record Standing(List<StrategyMoment> begun, List<StrategyMoment> planned) {}

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lookout.start();
    }

    /** Announces verticals in which other versions apply or are planned than at the last look. */
    void look() {
        for (Vertical vertical : verticals.enabled()) {
            Standing now = standing(vertical);
            Standing before = seen.put(vertical.key(), now);
            // What was planned may have begun while no node ran.
            if (before == null ? now.begun().stream().anyMatch(StrategyMoment::wasPlanned) : !before.equals(now)) {
                announcements.publish(new StrategiesChanged(vertical.key()));
            }
        }
    }

    private Standing standing(Vertical vertical) {
        Instant now = clock.instant();
        Map<Boolean, List<StrategyMoment>> begun = dao.moments(vertical.id()).stream()
                .collect(Collectors.partitioningBy(
                        moment -> !moment.effectiveAt().isAfter(now)));
        return new Standing(begun.getOrDefault(true, List.of()), begun.getOrDefault(false, List.of()));
    }

    @PreDestroy
    void stop() {
        lookout.close();
    }
}
