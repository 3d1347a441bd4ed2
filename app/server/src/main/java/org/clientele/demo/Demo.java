package org.clientele.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.clientele.access.DemoUsers;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.common.Money;
import org.clientele.customer.CustomersChanged;
import org.clientele.dataimport.sample.SampleData;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.demo.persistence.SampleDao;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginCatalogue;
import org.clientele.plugin.PluginService;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Fills a demo: enables every bundled vertical that brings a recipe, and makes its customers, two years up to yesterday. */
@Component
@ConditionalOnProperty("clientele.demo")
class Demo implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final DemoUsers users;
    private final Rights rights;
    private final PluginCatalogue catalogue;
    private final PluginService plugins;
    private final Verticals verticals;
    private final SampleDao samples;
    private final SampleContacts contacts;
    private final Announcements announcements;
    private final Clock clock;

    Demo(
            DemoUsers users,
            Rights rights,
            PluginCatalogue catalogue,
            PluginService plugins,
            Verticals verticals,
            SampleDao samples,
            SampleContacts contacts,
            Announcements announcements,
            Clock clock) {
        this.users = users;
        this.rights = rights;
        this.catalogue = catalogue;
        this.plugins = plugins;
        this.verticals = verticals;
        this.samples = samples;
        this.contacts = contacts;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        rights.actingAs(users.get(Role.ADMINISTRATOR), this::enableAll);
        verticals.enabled().forEach(this::fill);
    }

    private void enableAll() {
        for (PluginCard card : catalogue.cards()) {
            PluginCard.Content content = card.content();
            if (content != null && content.definition().sample() != null) {
                plugins.enable(card.id(), content.definition().currency(), AsOfMode.LAST_ACTIVITY, null);
            }
        }
    }

    private void fill(Vertical vertical) {
        if (vertical.definition().sample() == null || samples.hasCustomers(vertical)) {
            return;
        }
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        SampleSet set = SampleData.make(vertical.definition(), Money.fractionDigits(vertical.currency()), yesterday);
        User staff = users.get(Role.STAFF);
        User manager = users.get(Role.MANAGER);
        List<SampleDao.Stored> stored =
                samples.insert(vertical, set, List.of(staff.id(), manager.id()), clock.instant());
        announcements.publish(new CustomersChanged(vertical.key(), Set.of()));
        List<SampleDao.Stored> busiest = stored.stream()
                .sorted(Comparator.comparingInt((SampleDao.Stored s) -> -s.activities())
                        .thenComparing(SampleDao.Stored::id))
                .toList();
        rights.actingAs(staff, () -> contacts.log(vertical, busiest));
        LOG.info("Sample data of {}: {} customers", vertical.key(), stored.size());
    }
}
