package org.clientele.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.clientele.access.DemoUsers;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.common.Job;
import org.clientele.common.Money;
import org.clientele.dataimport.SampleImports;
import org.clientele.dataimport.SampleImports.Stored;
import org.clientele.dataimport.sample.SampleData;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.notification.Notifications;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginCatalogue;
import org.clientele.plugin.PluginService;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.VerticalDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Fills a demo: makes the customers of every bundled vertical that brings a recipe, up to yesterday, and enables it. The first is ready when
 * the portal starts; the others follow one by one, each appearing on every screen as it is filled.
 */
@Component
@ConditionalOnProperty("clientele.demo")
class Demo implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    /** What the demo opens with; everybody knows shops. */
    private static final String FIRST = "retail";

    private static final long PATIENCE = 20_000_000;

    private final DemoUsers users;
    private final Rights rights;
    private final PluginCatalogue catalogue;
    private final PluginService plugins;
    private final Verticals verticals;
    private final SampleImports samples;
    private final SampleContacts contacts;
    private final SampleCases cases;
    private final SampleSurveys surveys;
    private final SampleLosses losses;
    private final Notifications notifications;
    private final SampleProgramme programme;
    private final SampleParties parties;
    private final SampleMarket market;
    private final SampleArticles articles;
    private final Clock clock;

    Demo(
            DemoUsers users,
            Rights rights,
            PluginCatalogue catalogue,
            PluginService plugins,
            Verticals verticals,
            SampleImports samples,
            SampleContacts contacts,
            SampleCases cases,
            SampleSurveys surveys,
            SampleLosses losses,
            Notifications notifications,
            SampleProgramme programme,
            SampleParties parties,
            SampleMarket market,
            SampleArticles articles,
            Clock clock) {
        this.users = users;
        this.rights = rights;
        this.catalogue = catalogue;
        this.plugins = plugins;
        this.verticals = verticals;
        this.samples = samples;
        this.contacts = contacts;
        this.cases = cases;
        this.surveys = surveys;
        this.losses = losses;
        this.notifications = notifications;
        this.programme = programme;
        this.parties = parties;
        this.market = market;
        this.articles = articles;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        User administrator = users.get(Role.ADMINISTRATOR);
        List<VerticalDefinition> waiting = new ArrayList<>();
        rights.actingAs(administrator, () -> waiting.addAll(withRecipe()));
        if (waiting.isEmpty()) {
            return;
        }
        fill(waiting.removeFirst());
        Thread.ofPlatform().daemon().name("demo").start(() -> waiting.forEach(this::fillOrSay));
    }

    private List<VerticalDefinition> withRecipe() {
        List<VerticalDefinition> definitions = new ArrayList<>();
        for (PluginCard card : catalogue.cards()) {
            PluginCard.Content content = card.content();
            if (content != null && content.definition().sample() != null) {
                definitions.add(content.definition());
            }
        }
        definitions.sort(Comparator.comparing(definition -> !definition.id().equals(FIRST)));
        return definitions;
    }

    /** A vertical that cannot be filled costs itself only. */
    private void fillOrSay(VerticalDefinition definition) {
        try {
            fill(definition);
        } catch (RuntimeException failure) {
            LOG.warn("The demo goes on without vertical {}", definition.id(), failure);
        }
    }

    private void fill(VerticalDefinition definition) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        rights.actingAs(
                users.get(Role.ADMINISTRATOR),
                () -> plugins.enable(definition.id(), definition.currency(), AsOfMode.LAST_ACTIVITY, null));
        Vertical vertical = verticals.get(definition.id());
        SampleSet set = SampleData.make(
                vertical.definition(),
                Money.fractionDigits(definition.currency()),
                yesterday,
                SampleImports.words(vertical, Locale.getDefault()));
        rights.actingAs(users.get(Role.CONSULTANT), () -> {
            if (samples.isOffered(vertical)) {
                store(vertical, set);
                programme.start(vertical);
                market.enter(vertical);
                articles.write(vertical);
                parties.register(
                        vertical,
                        List.of(
                                users.get(Role.MANAGER).id(),
                                users.get(Role.STAFF).id()));
            }
        });
    }

    private void store(Vertical vertical, SampleSet set) {
        User staff = users.get(Role.STAFF);
        User manager = users.get(Role.MANAGER);
        Job job = samples.start(vertical, new SampleImports.Filling(set, List.of(staff.id(), manager.id()), stored -> {
            List<Stored> busiest = busiest(stored);
            rights.actingAs(staff, () -> {
                contacts.log(vertical, busiest);
                cases.open(vertical, busiest, List.of(staff.id(), manager.id()));
                losses.record(vertical, set, busiest);
            });
            rights.actingAs(users.get(Role.CONSULTANT), () -> surveys.ask(vertical, busiest));
        }));
        while (job.state() == Job.State.RUNNING) {
            LockSupport.parkNanos(PATIENCE);
        }
        // What happened before anybody came is no news to them.
        List.of(staff, manager).forEach(user -> rights.actingAs(user, notifications::readAll));
        LOG.info("Sample data of {}: {}", vertical.key(), job.state());
    }

    private static List<Stored> busiest(List<Stored> stored) {
        return stored.stream()
                .sorted(Comparator.comparingInt((Stored s) -> -s.activities()).thenComparing(Stored::id))
                .toList();
    }
}
