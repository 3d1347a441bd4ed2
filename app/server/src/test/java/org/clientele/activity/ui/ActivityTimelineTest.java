package org.clientele.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.activity.Activities;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.definition.VerticalReader;
import org.clientele.reference.References;
import org.clientele.reference.persistence.ReferenceDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer's timeline says of meter readings and bills. */
class ActivityTimelineTest {
    private TestDatabase database;
    private Vertical vertical;
    private ActivityTimeline timeline;
    private long customer;

    @BeforeEach
    void start() {
        database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
        VerticalReader.Result.Valid utilities = VerticalFixture.read("utilities");
        vertical = VerticalFixture.enable(database, utilities.definition(), utilities.texts());
        TestRights rights = TestRights.of(Role.STAFF);
        Activities activities = new Activities(
                new ActivityDao(database.jdbi(), database.dialect()),
                new References(new ReferenceDao(database.jdbi(), database.dialect()), rights),
                new OwnCustomers(new CustomerDao(database.jdbi(), database.dialect()), rights),
                rights);
        timeline = new ActivityTimeline(activities, new Translations());
        customer = database.jdbi().withHandle(handle -> handle.createUpdate("""
            INSERT INTO customer (vertical_id, ref, name, created_at)
            VALUES (:vertical, '1', 'Mill', CURRENT_TIMESTAMP)
            """)
                .bind("vertical", vertical.id())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldWordAChoiceInTheLanguageOfTheReader() {
        happened("reading", Map.of("period", "off_peak"));

        assertThat(details("reading", Locale.ENGLISH)).containsExactly("Off-peak");
        assertThat(details("reading", Locale.SIMPLIFIED_CHINESE)).containsExactly("谷");
    }

    @Test
    void shouldNameADocumentOnceWhereItIsTheTitle() {
        happened("bill", Map.of("document", "E7"));

        assertThat(details("bill", Locale.ENGLISH)).containsExactly("E7");
    }

    private void happened(String activity, Map<String, String> fields) {
        Table table = vertical.tables().activity(activity);
        fields.forEach((field, value) -> database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO %s (customer_id, happened_at, row_key, %s) VALUES (?, ?, 0, ?)"
                                .formatted(table.name(), table.column(field)),
                        customer,
                        LocalDateTime.of(2026, 3, 31, 10, 0),
                        value)));
    }

    private List<String> details(String activity, Locale locale) {
        String kind = timeline.kinds(vertical, locale).stream()
                .map(TimelineSource.Kind::id)
                .filter(id -> id.endsWith(activity))
                .findFirst()
                .orElseThrow();
        return timeline.newest(vertical, customer, kind, 10, locale).stream()
                .map(TimelineEntry::detail)
                .toList();
    }
}
