package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.Clientele;
import org.clientele.access.Grant;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerService;
import org.clientele.customer.CustomersChanged;
import org.clientele.guide.GuideText;
import org.clientele.guide.GuideTexts;
import org.clientele.guide.GuidesChanged;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.InteractionService;
import org.clientele.interaction.InteractionsChanged;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.ModelsChanged;
import org.clientele.segment.Snapshots;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.Workflows;
import org.clientele.workflow.WorkflowsChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two whole portals on one PostgreSQL: what somebody does on either is followed on the other within two seconds. */
@Tag("alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoPortalsIT {
    private static final Duration SOON = Duration.ofSeconds(2);
    /** For the first time, when classes are loaded and code is compiled, as in a portal that has just started. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String POWER = "utilities";

    private Duration limit = SOON;
    private int guests;
    private Path folder;
    private TestDatabase database;
    private Portal one;
    private Portal other;

    @BeforeAll
    void start(@TempDir Path data) {
        folder = data;
        database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
        one = new Portal("one");
        other = new Portal("other");
        User user = one.administrator();
        one.user = user;
        other.user = user;
        limit = PATIENCE;
        bothWays();
        limit = SOON;
    }

    @AfterAll
    void stop() throws Exception {
        other.context.close();
        one.context.close();
        database.close();
    }

    @Test
    void shouldFollowEachOtherInBothDirections() {
        bothWays();
    }

    private void bothWays() {
        for (Portal here : List.of(one, other)) {
            Portal there = here == one ? other : one;
            here.act(() -> here.plugins().enable(POWER, "CNY", AsOfMode.TODAY, null));
            there.within(() -> there.has(POWER));
            follow(here, there);
            follow(there, here);
            there.act(() -> there.plugins().disable(POWER));
            here.within(() -> !here.has(POWER));
        }
    }

    @Test
    void shouldFollowUpgradesInBothDirections() {
        for (Portal here : List.of(one, other)) {
            Portal there = here == one ? other : one;
            int major = here == one ? 1 : 2;
            here.act(() -> here.plugins().upload(jar(major + ".0.0", "city")));
            here.act(() -> here.plugins().enable("kiosk", "CNY", AsOfMode.TODAY, null));
            there.within(() -> there.hasAttribute("city"));

            there.act(() -> there.plugins().upload(jar(major + ".1.0", "town")));
            here.within(() -> here.hasAttribute("town"));
            there.act(() -> there.plugins().uninstall("kiosk", true, null, true, Milestones.UNWATCHED));
            here.within(() -> !here.has("kiosk"));
        }
    }

    /** Customers, interactions, workflows, models, guides. */
    private void follow(Portal here, Portal there) {
        String ref = "guest-" + ++guests;
        Vertical power = here.bean(Verticals.class).get(POWER);
        Customer[] made = new Customer[1];
        here.act(() -> made[0] =
                here.bean(CustomerService.class).create(power, new CustomerData(ref, "Chen", null, Map.of())));
        long customer = made[0].id();
        there.hears(CustomersChanged.class, change -> change.customerIds().contains(customer));

        here.act(() -> here.bean(InteractionService.class).log(POWER, customer, UUID.randomUUID(), called()));
        there.hears(InteractionsChanged.class, change -> change.customerId() == customer);

        here.act(() -> {
            here.bean(Snapshots.class).reload(POWER);
            here.bean(Workflows.class)
                    .start(POWER, customer, "connection", new StepNote(LocalDate.of(2026, 1, 5), "", ""));
        });
        there.hears(WorkflowsChanged.class, change -> change.customerId() == customer);

        boolean review = !ask(here);
        here.act(() -> here.bean(ModelVersions.class).requireReview(POWER, review));
        there.hears(ModelsChanged.class, change -> change.verticalKey().equals(POWER));
        assertThat(ask(there)).isEqualTo(review);

        GuideText text = new GuideText("Asks for " + ref, "Answer at once.");
        here.act(() -> here.bean(GuideTexts.class).write(POWER, "industrial", Locale.ENGLISH, text));
        there.hears(GuidesChanged.class, change -> change.verticalKey().equals(POWER));
        there.act(() -> assertThat(there.bean(GuideTexts.class).written(POWER, Locale.ENGLISH))
                .containsEntry("industrial", text));
    }

    private static boolean ask(Portal portal) {
        boolean[] required = new boolean[1];
        portal.act(() -> required[0] = portal.bean(ModelVersions.class).reviewRequired(POWER));
        return required[0];
    }

    private static InteractionData called() {
        return new InteractionData(
                Instant.parse("2026-01-05T09:00:00Z"), Channel.PHONE, Direction.INCOMING, "Asks", "", null, null, null);
    }

    private static ByteArrayInputStream jar(String version, String attribute) {
        return new ByteArrayInputStream(PluginJar.kiosk()
                .manifest("Plugin-Version", version)
                .edit("vertical.yaml", yaml -> yaml.replace("id: city", "id: " + attribute))
                .edit("messages.properties", texts -> texts.replace("attribute.city", "attribute." + attribute))
                .edit("messages_zh_CN.properties", texts -> texts.replace("attribute.city", "attribute." + attribute))
                .bytes());
    }

    /** A node with a folder of its own. */
    private final class Portal {
        private final String name;
        private final ConfigurableApplicationContext context;
        private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        private @Nullable User user;

        Portal(String name) {
            this.name = name;
            context = new SpringApplicationBuilder(Clientele.class)
                    .run(
                            "--server.port=0",
                            "--spring.jmx.enabled=false",
                            "--clientele.developer-mode=true",
                            "--clientele.data=" + folder.resolve(name),
                            "--clientele.database.url=" + database.dataSource().getJdbcUrl(),
                            "--clientele.database.user=" + database.dataSource().getUsername(),
                            "--clientele.database.password=");
            bean(Announcements.class).listen(Object.class, heard::add);
        }

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        PluginService plugins() {
            return bean(PluginService.class);
        }

        User administrator() {
            UserDao users = bean(UserDao.class);
            long id = users.insert(
                    "zhou.yan",
                    "Zhou Yan",
                    Set.of(
                            new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE),
                            new Grant(Role.CONSULTANT, Grant.EVERYWHERE),
                            new Grant(Role.MANAGER, Grant.EVERYWHERE)),
                    Instant.EPOCH);
            return users.byId(id).orElseThrow().user();
        }

        /** What was heard before does not count. */
        void act(Runnable act) {
            Stream.of(one, other).forEach(portal -> portal.heard.clear());
            bean(Rights.class).actingAs(Objects.requireNonNull(user), act);
        }

        boolean has(String key) {
            return bean(Verticals.class).find(key).isPresent();
        }

        boolean hasAttribute(String id) {
            return bean(Verticals.class)
                    .find("kiosk")
                    .filter(kiosk -> kiosk.definition().attribute(id) != null)
                    .isPresent();
        }

        void within(BooleanSupplier condition) {
            long end = System.nanoTime() + limit.toNanos();
            while (!condition.getAsBoolean()) {
                assertThat(System.nanoTime()).as("on %s within %s", name, limit).isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }

        <N> void hears(Class<N> kind, Predicate<N> which) {
            long end = System.nanoTime() + limit.toNanos();
            try {
                for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
                    Object news = heard.poll(left, TimeUnit.NANOSECONDS);
                    if (kind.isInstance(news) && which.test(kind.cast(news))) {
                        return;
                    }
                }
            } catch (InterruptedException interruption) {
                throw new AssertionError(interruption);
            }
            throw new AssertionError("%s heard no %s within %s".formatted(name, kind.getSimpleName(), limit));
        }
    }
}
