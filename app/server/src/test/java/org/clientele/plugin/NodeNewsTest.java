package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.clientele.common.Announcements;
import org.clientele.common.NewsKind;
import org.clientele.common.VerticalNews;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.NodeNewsDao;
import org.clientele.plugins.api.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes on one database. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class NodeNewsTest {
    private static final NewsKind<Moved> MOVED = new NewsKind<>(
            "moved",
            Moved.class,
            moved -> new VerticalNews(moved.verticalKey(), moved.customers()),
            news -> List.of(new Moved(news.verticalKey(), news.customerIds())));

    private static final Vertical SHOP = new Vertical(
            1,
            "shop",
            "USD",
            AsOfMode.TODAY,
            null,
            VerticalFixture.shopDefinition(),
            new Texts.Bundles(Map.of()),
            new VerticalTables(new VerticalTables.Table("none", Map.of()), Map.of()));

    private final TestDatabase.Kind kind;
    private final TickingClock clock = new TickingClock();
    private TestDatabase database;
    private Node here;
    private Node there;

    NodeNewsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    record Moved(String verticalKey, Set<Long> customers) {}

    /** What a node publishes and hears. */
    private final class Node {
        private final Announcements announcements = new Announcements();
        private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        private final NodeNews news = new NodeNews(
                new NodeNewsDao(database.jdbi()),
                NodeName.fresh(),
                List.of(MOVED),
                VerticalFixture.verticals(SHOP),
                announcements,
                clock);

        private Node() {
            announcements.listen(Object.class, heard::add);
            news.start();
        }

        private Object hears() throws InterruptedException {
            return heard.poll(2, TimeUnit.SECONDS);
        }
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(kind);
        here = new Node();
        there = new Node();
    }

    @AfterEach
    void stop() throws Exception {
        here.news.stop();
        there.news.stop();
        database.close();
    }

    @Test
    void shouldTellTheOtherNodeWithinTwoSecondsWhoChanged() throws Exception {
        Moved moved = new Moved("shop", Set.of(4L, 5L));

        database.transactions().executeWithoutResult(_ -> here.announcements.publish(moved));

        assertThat(there.hears()).isEqualTo(moved);
        assertThat(here.hears()).isEqualTo(moved);
        there.news.look();
        here.news.look();
        assertThat(there.heard).as("told once").isEmpty();
        assertThat(here.heard).as("not told of itself").isEmpty();
    }

    @Test
    void shouldTellNobodyOfAChangeThatIsTakenBack() {
        database.transactions().executeWithoutResult(transaction -> {
            here.announcements.publish(new Moved("shop", Set.of(4L)));
            transaction.setRollbackOnly();
        });

        there.news.look();
        assertThat(there.heard).isEmpty();
        assertThat(here.heard).isEmpty();
    }

    @Test
    void shouldKeepWhatConcernsOneNodeAlone() {
        here.announcements.publish("local");

        there.news.look();
        assertThat(there.heard).isEmpty();
    }

    @Test
    void shouldTakeItThatEverythingChangedWhenItCouldNotLookForLong() throws Exception {
        clock.forward(Duration.ofHours(1));

        assertThat(there.hears()).isEqualTo(new Moved("shop", Set.of()));
    }
}
