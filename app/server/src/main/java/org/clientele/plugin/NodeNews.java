package org.clientele.plugin;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.common.Announcements;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.clientele.plugin.persistence.NodeNewsDao;
import org.clientele.plugin.persistence.NodeNewsDao.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the open screens of every node follow changes of customers, interactions, imports and models made on another one: what is published here
 * is written down with the change, what others wrote is looked for twice a second. A node that could not look for some minutes takes it that
 * everything changed.
 */
final class NodeNews {
    private static final Logger LOG = LoggerFactory.getLogger(NodeNews.class);
    private static final long EVERY_MILLIS = 500;
    private static final int TIDY_EVERY = 120;

    /** Transactions end in another order than they get their numbers: so long somebody's number may still appear below one seen. */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** Well below the time after which news are forgotten. */
    private static final Duration MISSED = Duration.ofMinutes(5);

    private final NodeNewsDao dao;
    private final String own;
    private final Map<String, NewsKind<?>> kinds;
    private final Verticals verticals;
    private final Announcements announcements;
    private final Clock clock;
    private final TreeMap<Long, Instant> seen = new TreeMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("node-news").factory());
    private long floor;
    private Instant looked;
    private int looks;

    NodeNews(
            NodeNewsDao dao,
            NodeName own,
            List<NewsKind<?>> kinds,
            Verticals verticals,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.own = own.value();
        this.kinds = kinds.stream().collect(Collectors.toMap(NewsKind::name, Function.identity()));
        this.verticals = verticals;
        this.announcements = announcements;
        this.clock = clock;
        this.floor = dao.newest();
        this.looked = clock.instant();
    }

    void start() {
        announcements.share(this::send);
        clockwork.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send(Object event) {
        kinds.values().stream()
                .filter(kind -> kind.type().isInstance(event))
                .forEach(kind -> send(kind.name(), kind.told(event)));
    }

    /** Within a transaction a failure is one of the change; without, people here are told all the same. */
    private void send(String kind, VerticalNews news) {
        try {
            dao.tell(own, kind, news);
        } catch (RuntimeException failure) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw failure;
            }
            LOG.warn("Other nodes could not be told of {} in vertical {}", kind, news.verticalKey(), failure);
        }
    }

    private void tick() {
        try {
            look();
            if (++looks % TIDY_EVERY == 0) {
                dao.forgetOld();
            }
        } catch (RuntimeException failure) {
            LOG.warn("What changed on other nodes could not be followed; trying again in a moment", failure);
        }
    }

    /** Follows what others have told since the last look. */
    synchronized void look() {
        Instant now = clock.instant();
        boolean missed = looked.plus(MISSED).isBefore(now);
        for (Told told : dao.above(floor, own)) {
            if (seen.putIfAbsent(told.id(), now) == null) {
                follow(told.kind(), told.news());
            }
        }
        if (missed) {
            followAll();
        }
        while (!seen.isEmpty() && seen.firstEntry().getValue().plus(LATE).isBefore(now)) {
            floor = seen.pollFirstEntry().getKey();
        }
        looked = now;
    }

    private void followAll() {
        verticals.enabled().forEach(vertical -> kinds.keySet()
                .forEach(kind -> follow(kind, new VerticalNews(vertical.key(), Set.of()))));
    }

    /** A node of another version may tell of kinds that this one does not know. */
    private void follow(String name, VerticalNews news) {
        NewsKind<?> kind = kinds.get(name);
        if (kind != null) {
            kind.read().apply(news).forEach(announcements::tellOfElsewhere);
        }
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }
}
