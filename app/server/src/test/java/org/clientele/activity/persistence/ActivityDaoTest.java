package org.clientele.activity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.activity.ActivityEvent;
import org.clientele.activity.NewActivity;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerData;
import org.clientele.customer.TestVertical;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ActivityDaoTest {
    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private Vertical vertical;
    private ActivityDao dao;
    private CustomerDao customers;
    private long chen;

    ActivityDaoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create(kind);
        vertical = TestVertical.create(database);
        dao = new ActivityDao(database.jdbi(), database.dialect());
        customers = new CustomerDao(database.jdbi(), database.dialect());
        chen = customers.create(vertical, new CustomerData("1", null, null, Map.of()), null, Instant.EPOCH);
    }

    @AfterEach
    void closeDatabase() throws Exception {
        database.close();
    }

    @Test
    void shouldShowOneEventForEachDocumentNewestFirst() {
        purchase(LocalDateTime.of(2026, 1, 5, 9, 30), "A1", "Tea", 1_000);
        purchase(LocalDateTime.of(2026, 1, 5, 9, 31), "A1", "Cup", 2_550);
        purchase(LocalDateTime.of(2026, 2, 1, 0, 0), null, "Pot", -500);
        purchase(LocalDateTime.of(2026, 2, 2, 0, 0), null, "Pot", 700);

        assertThat(dao.events(vertical, TestVertical.PURCHASE, chen, 0, 10))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("row")
                .containsExactly(
                        new ActivityEvent("purchase", LocalDateTime.of(2026, 2, 2, 0, 0), null, 1, 700L, "Pot", 0, 0),
                        new ActivityEvent("purchase", LocalDateTime.of(2026, 2, 1, 0, 0), null, 1, -500L, "Pot", 0, 0),
                        new ActivityEvent(
                                "purchase", LocalDateTime.of(2026, 1, 5, 9, 30), "A1", 2, 3_550L, "Cup", 1, 0));
        assertThat(dao.events(vertical, TestVertical.PURCHASE, chen, 2, 1))
                .extracting(ActivityEvent::document)
                .containsExactly("A1");
        assertThat(dao.countEvents(vertical, TestVertical.PURCHASE, chen)).isEqualTo(3);
    }

    @Test
    void shouldLoadActivitiesIntoColumns() {
        purchase(LocalDateTime.of(1969, 12, 31, 23, 59), "A1", "Tea", 1_000);
        purchase(LocalDateTime.of(2026, 2, 1, 0, 0), null, null, -500);

        ActivityColumns rows = loaded("amount", "product", "online");

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.firstDay()).isEqualTo(LocalDate.of(1969, 12, 31));
        assertThat(rows.lastDay()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(column(rows, "amount").value(0)).isEqualTo(new Value.Money(1_000, 2));
        assertThat(column(rows, "product").value(0)).isEqualTo(new Value.Text("Tea"));
        assertThat(column(rows, "product").isMissing(1)).isTrue();
        assertThat(column(rows, "online").isMissing(0)).isTrue();
        assertThat(rows.document(0)).isNotEqualTo(ActivityColumns.NO_DOCUMENT);
        assertThat(rows.document(1)).isEqualTo(ActivityColumns.NO_DOCUMENT);
        assertThat(dao.count(vertical, TestVertical.PURCHASE)).isEqualTo(2);
    }

    private ActivityColumns loaded(String... fields) {
        return dao.load(vertical, customers.load(vertical), TestVertical.PURCHASE, Set.of(fields), () -> false);
    }

    @Test
    void shouldLoadTheRowsOfADayInTheOrderOfTheirTimesWhenAskedTo() {
        purchase(LocalDateTime.of(2026, 2, 1, 18, 0, 1), null, null, 3);
        purchase(LocalDateTime.of(2026, 2, 1, 17, 59, 59), null, null, 1);
        purchase(LocalDateTime.of(2026, 2, 1, 18, 0, 1), null, null, 4);
        purchase(LocalDateTime.of(2026, 2, 1, 18, 0), null, null, 2);

        ActivityColumns rows = loaded("amount", ActivityColumns.TIME);

        assertThat(IntStream.range(0, 4).mapToObj(column(rows, "amount")::value))
                .containsExactly(
                        new Value.Money(1, 2), new Value.Money(2, 2), new Value.Money(3, 2), new Value.Money(4, 2));
    }

    /** Activities that are about to be stored count as they will when they are read. */
    @Test
    void shouldAddWhatIsNotStoredYetAsItWillBeRead() {
        purchase(LocalDateTime.of(2026, 2, 1, 18, 0, 1), "A1", "Tea", 1);
        List<NewActivity> next = List.of(
                bought(LocalDateTime.of(2026, 2, 1, 17, 59, 59), "A1", "Cup", 2),
                bought(LocalDateTime.of(2026, 2, 1, 18, 0, 1), "", null, -3),
                bought(LocalDateTime.of(1969, 12, 31, 23, 59), null, "茶壶", 4));
        RoundTrip trip = new RoundTrip(database.jdbi(), database.dialect());
        OneActivity before = one(trip);
        trip.go();
        next.forEach(before::add);
        for (NewActivity activity : next) {
            purchase(
                    activity.time(),
                    text(activity.fields().get("invoice")),
                    text(activity.fields().get("product")),
                    ((Value.Money) Objects.requireNonNull(activity.fields().get("amount"))).minor());
        }
        OneActivity after = one(trip);
        trip.go();

        assertThat(described(before.columns())).hasSize(4).isEqualTo(described(after.columns()));
    }

    private OneActivity one(RoundTrip trip) {
        CustomerColumns known = customers.load(vertical);
        return dao.loadOne(
                trip,
                vertical,
                () -> known,
                TestVertical.PURCHASE,
                Set.of("amount", "product", "online", ActivityColumns.TIME),
                chen);
    }

    private static List<String> described(ActivityColumns rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.day(row) + " " + rows.document(row) + " "
                        + column(rows, "amount").value(row) + " "
                        + column(rows, "product").value(row) + " "
                        + column(rows, "online").value(row))
                .toList();
    }

    private static NewActivity bought(
            LocalDateTime at, @Nullable String invoice, @Nullable String product, long amount) {
        Map<String, Value> fields = new HashMap<>();
        fields.put("amount", new Value.Money(amount, 2));
        if (invoice != null) {
            fields.put("invoice", new Value.Text(invoice));
        }
        if (product != null) {
            fields.put("product", new Value.Text(product));
        }
        return new NewActivity(TestVertical.PURCHASE.id(), at, fields);
    }

    private static @Nullable String text(@Nullable Value value) {
        return value instanceof Value.Text(String text) ? text : null;
    }

    private void purchase(LocalDateTime at, @Nullable String invoice, @Nullable String product, long amount) {
        Map<String, String> columns = TestVertical.table(vertical).columns();
        database.jdbi().useHandle(h -> h.createUpdate(
                        "INSERT INTO %s (customer_id, happened_at, row_key, %s, %s, %s) VALUES (:c, :at, 0, :i, :p, :a)"
                                .formatted(
                                        TestVertical.table(vertical).name(),
                                        columns.get("invoice"),
                                        columns.get("product"),
                                        columns.get("amount")))
                .bind("c", chen)
                .bind("at", at)
                .bind("i", invoice)
                .bind("p", product)
                .bind("a", amount)
                .execute());
    }

    private static Column column(ActivityColumns rows, String field) {
        return Objects.requireNonNull(rows.column(field));
    }
}
