package org.clientele.strategy;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.clientele.common.Announcements;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has tasks and screens follow when a version's moment has come, or another node published or planned one. Every node looks for itself. */
@Component
public class DueStrategies {
    private static final Logger LOG = LoggerFactory.getLogger(DueStrategies.class);
    private static final int SECONDS = 10;

    private final StrategyVersionDao dao;
    private final Verticals verticals;
    private final Announcements announcements;
    private final Clock clock;
    private final Map<String, Standing> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("due-strategies").factory());

    public DueStrategies(StrategyVersionDao dao, Verticals verticals, Announcements announcements, Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.announcements = announcements;
        this.clock = clock;
    }

    private record Standing(Map<SegmentName, StrategyVersion> current, List<StrategyVersion> planned) {}

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        clockwork.scheduleWithFixedDelay(this::tick, 0, SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.warn("It could not be seen whether versions of strategies are due; the next look follows", failure);
        }
    }

    /** Announces verticals in which other versions apply or are planned than at the last look. */
    void look() {
        for (Vertical vertical : verticals.enabled()) {
            Instant moment = clock.instant();
            Standing now = new Standing(dao.current(vertical.id(), moment), dao.planned(vertical.id(), moment));
            Standing before = seen.put(vertical.key(), now);
            if (before == null
                    ? now.current().values().stream().anyMatch(DueStrategies::wasPlanned)
                    : !before.equals(now)) {
                announcements.publish(new StrategiesChanged(vertical.key()));
            }
        }
    }

    /** It may have begun while no node ran. */
    private static boolean wasPlanned(StrategyVersion version) {
        StrategyVersion.Decision decision = version.decision();
        Instant settled = decision == null ? version.createdAt() : decision.at();
        return version.begins().isAfter(settled);
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }
}
