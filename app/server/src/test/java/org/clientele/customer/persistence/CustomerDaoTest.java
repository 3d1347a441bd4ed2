package org.clientele.customer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerFields;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.TestVertical;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CustomerDaoTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Map<String, Value> EVERY_TYPE = Map.of(
            "city", new Value.Text("杭州"),
            "gender", new Value.Text("female"),
            "born", new Value.Date(LocalDate.of(1969, 12, 30)),
            "visits", new Value.Whole(7),
            "distance", new Value.Decimal(2.5),
            "member", new Value.Flag(false),
            "budget", new Value.Money(-12_345, 2));

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private Vertical vertical;
    private CustomerDao dao;

    CustomerDaoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create(kind);
        vertical = TestVertical.create(database);
        dao = new CustomerDao(database.jdbi(), database.dialect());
    }

    @AfterEach
    void closeDatabase() throws Exception {
        database.close();
    }

    @Test
    void shouldKeepEveryTypeOfAttributeExactly() {
        long id = create("00417", EVERY_TYPE);

        Customer customer = dao.find(vertical, id).orElseThrow();

        assertThat(customer.ref()).isEqualTo("00417");
        assertThat(customer.attributes()).isEqualTo(EVERY_TYPE);
        assertThat(customer.createdAt()).isEqualTo(NOW);
        assertThat(customer.version()).isZero();
    }

    @Test
    void shouldFindByNumberWithLeadingZeros() {
        long id = create("00417", Map.of());

        assertThat(dao.findByRef(vertical, "00417")).map(Customer::id).contains(id);
        assertThat(dao.findByRef(vertical, "417")).isEmpty();
    }

    @Test
    void shouldFindWhoHasTheNumberOrNameAlready() {
        long first = create("A17", Map.of());
        dao.update(vertical, first, 0, new CustomerData("A17", "Chen Meiling", null, Map.of()), "Wang Qiang", NOW);
        create("B18", Map.of());

        assertThat(dao.similar(vertical, "a17", "", null, 5))
                .extracting(CustomerHit::id)
                .containsExactly(first);
        assertThat(dao.similar(vertical, "", "CHEN MEILING", null, 5))
                .extracting(CustomerHit::id)
                .containsExactly(first);
        assertThat(dao.similar(vertical, "", "", null, 5)).isEmpty();
        assertThat(dao.similar(vertical, "A1", "Chen", null, 5)).isEmpty();
    }

    @Test
    void shouldReturnAPageInTheGivenOrderWithoutThoseThatAreGone() {
        long first = create("a", Map.of());
        long second = create("b", Map.of());
        long third = create("c", Map.of());

        assertThat(dao.page(vertical, third, 999_999, first, second))
                .extracting(Customer::id)
                .containsExactly(third, first, second);
    }

    @Test
    void shouldUpdateOnlyTheVersionThatWasSeen() {
        long id = create("a", Map.of("visits", new Value.Whole(1)));
        CustomerData mine = new CustomerData("a", "Chen", null, Map.of("city", new Value.Text("Paris")));
        CustomerData theirs = new CustomerData("a", "Li", null, Map.of());

        assertThat(dao.update(vertical, id, 0, theirs, "Wang Qiang", NOW)).isTrue();
        assertThat(dao.update(vertical, id, 0, mine, "Zhao", NOW)).isFalse();

        Customer stored = dao.find(vertical, id).orElseThrow();
        assertThat(stored.data()).isEqualTo(theirs);
        assertThat(stored.version()).isOne();
        assertThat(stored.updatedBy()).isEqualTo("Wang Qiang");
    }

    @Test
    void shouldUpdateACustomerWhoHadNoAttributesYet() {
        long id = create("a", Map.of());
        database.jdbi().useHandle(h -> h.execute("DELETE FROM " + attributes()));

        CustomerData data = new CustomerData("a", null, null, EVERY_TYPE);
        assertThat(dao.update(vertical, id, 0, data, "Zhao", NOW)).isTrue();

        assertThat(dao.find(vertical, id).orElseThrow().attributes()).isEqualTo(EVERY_TYPE);
    }

    @Test
    void shouldLoadAllCustomersIntoColumns() {
        long known = create("00417", EVERY_TYPE);
        long bare = create("00418", Map.of());
        database.jdbi().useHandle(h -> h.execute("DELETE FROM " + attributes() + " WHERE customer_id = ?", bare));

        CustomerColumns columns = dao.load(vertical);

        assertThat(columns.size()).isEqualTo(2);
        assertThat(dao.count(vertical)).isEqualTo(2);
        EVERY_TYPE.forEach((field, value) -> {
            assertThat(column(columns, field).value(columns.indexOf(known)))
                    .as(field)
                    .isEqualTo(value);
            assertThat(column(columns, field).isMissing(columns.indexOf(bare)))
                    .as(field)
                    .isTrue();
        });
        assertThat(column(columns, CustomerFields.REF).value(columns.indexOf(bare)))
                .isEqualTo(new Value.Text("00418"));
    }

    @Test
    void shouldLoadAVerticalWithoutCustomers() {
        assertThat(dao.load(vertical).size()).isZero();
    }

    private long create(String ref, Map<String, Value> attributes) {
        return dao.create(vertical, new CustomerData(ref, null, null, attributes), null, NOW);
    }

    private static Column column(CustomerColumns columns, String field) {
        return Objects.requireNonNull(columns.column(field));
    }

    private String attributes() {
        return vertical.tables().attributes().name();
    }
}
