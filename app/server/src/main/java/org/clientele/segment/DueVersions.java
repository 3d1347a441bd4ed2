package org.clientele.segment;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clientele.common.Announcements;
import org.clientele.common.Lookout;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.persistence.ModelVersionDao;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has models computed anew when a version's moment has come, or another node published one. Every node looks for itself. */
@Component
public class DueVersions {
    private final ModelVersionDao dao;
    private final Verticals verticals;
    private final Announcements announcements;
    private final Clock clock;
    private final Map<String, Map<String, Integer>> seen = new ConcurrentHashMap<>();
    private final Lookout lookout = new Lookout("due-versions", this::look);

    public DueVersions(ModelVersionDao dao, Verticals verticals, Announcements announcements, Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.announcements = announcements;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lookout.start();
    }

    /** Announces verticals in which other versions apply than at the last look. */
    void look() {
        for (Vertical vertical : verticals.enabled()) {
            Map<String, Integer> now = dao.current(vertical.id(), clock.instant()).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().number()));
            Map<String, Integer> before = seen.put(vertical.key(), now);
            if (before != null && !before.equals(now)) {
                announcements.publish(new ModelsChanged(vertical.key()));
            }
        }
    }

    @PreDestroy
    void stop() {
        lookout.close();
    }
}
