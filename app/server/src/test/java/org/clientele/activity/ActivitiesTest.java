package org.clientele.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.reference.References;
import org.clientele.reference.persistence.ReferenceDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events of a timeline whose title is the key of a reference's row. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ActivitiesTest {
    private final TestDatabase database;
    private final Vertical vertical;
    private final Activities activities;
    private long customer;

    ActivitiesTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        vertical = VerticalFixture.estate(database);
        TestRights rights = TestRights.of(Role.STAFF);
        activities = new Activities(
                new ActivityDao(database.jdbi(), database.dialect()),
                new References(new ReferenceDao(database.jdbi(), database.dialect()), rights),
                new OwnCustomers(new CustomerDao(database.jdbi(), database.dialect()), rights),
                rights);
    }

    @BeforeEach
    void fill() {
        Table unit = vertical.tables().reference("unit");
        database.jdbi().useHandle(handle -> {
            customer = handle.createUpdate("""
                            INSERT INTO customer (vertical_id, ref, name, created_at)
                            VALUES (:vertical, '1', 'Chen', CURRENT_TIMESTAMP)
                            """)
                    .bind("vertical", vertical.id())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            String row = "INSERT INTO %s (ref_key, %s) VALUES (?, ?)".formatted(unit.name(), unit.column("place"));
            handle.execute(row, "P1", "Marina");
            handle.execute("INSERT INTO %s (ref_key) VALUES ('P2')".formatted(unit.name()));
        });
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldNameTheRowThatAnEventPointsTo() {
        bought("P1", 3);

        assertThat(titles()).containsExactly("Marina · P1");
    }

    @Test
    void shouldKeepTheKeyOfARowWithoutAName() {
        bought("P2", 2);

        assertThat(titles()).containsExactly("P2 · P2");
    }

    @Test
    void shouldKeepAKeyThatNoRowHas() {
        bought("P9", 1);
        bought("P1", 2);

        assertThat(titles()).containsExactly("P9", "Marina · P1");
    }

    private void bought(String unit, int daysAgo) {
        Table purchase = vertical.tables().activity("purchase");
        database.jdbi().useHandle(handle -> handle.createUpdate(
                        "INSERT INTO %s (customer_id, happened_at, row_key, %s) VALUES (:customer, :at, 0, :unit)"
                                .formatted(purchase.name(), purchase.column("unit")))
                .bind("customer", customer)
                .bind("at", LocalDateTime.of(2026, 3, 31 - daysAgo, 10, 0))
                .bind("unit", unit)
                .execute());
    }

    private List<String> titles() {
        return activities.newest(vertical, vertical.definition().activities().getFirst(), customer, 10).stream()
                .map(event -> String.valueOf(event.title()))
                .toList();
    }
}
