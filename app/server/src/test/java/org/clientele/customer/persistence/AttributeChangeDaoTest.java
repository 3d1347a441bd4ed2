package org.clientele.customer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.common.persistence.AttributeHistory;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerData;
import org.clientele.customer.TestVertical;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AttributeChangeDaoTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FIRST = Math.toIntExact(AttributeHistory.day(NOON).toEpochDay());
    private static final List<String> GENDERS = List.of("female", "male");
    private static final long IMPORT = 7;

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private Vertical vertical;
    private CustomerDao customers;
    private AttributeChangeDao dao;

    AttributeChangeDaoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create(kind);
        vertical = TestVertical.create(database);
        customers = new CustomerDao(database.jdbi(), database.dialect());
        dao = new AttributeChangeDao(database.jdbi());
    }

    @AfterEach
    void closeDatabase() throws Exception {
        database.close();
    }

    @Test
    void shouldKnowWhatAChoiceWasFromWhenToWhen() {
        long id = create("a", Map.of("gender", new Value.Text("female")));
        update(id, 0, 3, Map.of("gender", new Value.Text("male")));
        update(id, 1, 9, Map.of());
        update(id, 2, 12, Map.of("gender", new Value.Text("female")));

        assertThat(periods("gender", GENDERS))
                .containsExactly(
                        id + " female until " + (FIRST + 3),
                        id + " male from " + (FIRST + 3) + " until " + (FIRST + 9),
                        id + " female from " + (FIRST + 12));
    }

    @Test
    void shouldWriteNothingWhereNothingOfFewValuesChanges() {
        long id = create("a", Map.of("gender", new Value.Text("female"), "member", new Value.Flag(true)));
        update(
                id,
                0,
                3,
                Map.of(
                        "gender", new Value.Text("female"),
                        "member", new Value.Flag(true),
                        "city", new Value.Text("Harbin"),
                        "visits", new Value.Whole(4)));

        assertThat(dao.newest(vertical.id(), List.of("gender", "member"))).isNegative();
        assertThat(periods("gender", GENDERS)).isEmpty();
    }

    @Test
    void shouldWriteNothingWhenSomebodyElseWasFaster() {
        long id = create("a", Map.of("member", new Value.Flag(true)));
        update(id, 5, 3, Map.of("member", new Value.Flag(false)));

        assertThat(dao.newest(vertical.id(), List.of("member"))).isNegative();
    }

    @Test
    void shouldLetTheLastChangeOfADayCount() {
        long id = create("a", Map.of("member", new Value.Flag(false)));
        update(id, 0, 2, Map.of("member", new Value.Flag(true)));
        long newest = dao.newest(vertical.id(), List.of("member"));
        update(id, 1, 2, Map.of("member", new Value.Flag(false)));

        assertThat(dao.newest(vertical.id(), List.of("member"))).isGreaterThan(newest);
        assertThat(periods("member", List.of("false", "true")))
                .containsExactly(id + " false until " + (FIRST + 2), id + " false from " + (FIRST + 2));
    }

    @Test
    void shouldFindWhatAnAttributeWasUnderAnEarlierId() {
        long id = create("a", Map.of("gender", new Value.Text("female")));
        update(id, 0, 3, Map.of("gender", new Value.Text("male")));

        assertThat(periods(dao.history(vertical.id(), List.of("sex", "gender"), GENDERS)))
                .hasSize(2);
        assertThat(dao.newest(vertical.id(), List.of("sex", "gender"))).isNotNegative();
    }

    @Test
    void shouldTakeAnImportBackAsIfItHadNeverBeen() {
        long id = create("a", Map.of("gender", new Value.Text("female")));
        database.jdbi()
                .useHandle(handle -> AttributeHistory.write(
                        handle,
                        database.dialect(),
                        vertical.id(),
                        IMPORT,
                        List.of(new AttributeHistory.Change(
                                id, "gender", AttributeHistory.day(NOON), "female", "male"))));
        update(id, 0, 4, Map.of());

        database.jdbi().useHandle(handle -> AttributeHistory.takeBack(handle, IMPORT, List.of(id)));

        assertThat(dao.newest(vertical.id(), List.of("gender"))).isNotNegative();
        assertThat(periods("gender", GENDERS)).containsExactly(id + " female until " + (FIRST + 4));
    }

    private List<String> periods(String attribute, List<String> values) {
        return periods(dao.history(vertical.id(), List.of(attribute), values));
    }

    private List<String> periods(HistoryColumns history) {
        var all = customers.load(vertical);
        int[] places = history.places(all);
        return IntStream.range(0, all.size())
                .filter(customer -> places[customer] >= 0)
                .boxed()
                .flatMap(customer -> IntStream.range(history.start(places[customer]), history.end(places[customer]))
                        .mapToObj(period -> all.id(customer) + " "
                                + history.dictionary().text(history.code(period))
                                + (history.from(period) == Integer.MIN_VALUE ? "" : " from " + history.from(period))
                                + (history.to(period) == HistoryColumns.OPEN ? "" : " until " + history.to(period))))
                .toList();
    }

    private long create(String ref, Map<String, Value> attributes) {
        return customers.create(vertical, new CustomerData(ref, null, null, attributes), null, NOON);
    }

    private void update(long id, int version, int days, Map<String, Value> attributes) {
        String ref = Objects.requireNonNull(
                customers.find(vertical, id).orElseThrow().ref());
        customers.update(
                vertical,
                id,
                version,
                new CustomerData(ref, null, null, attributes),
                "Wang Qiang",
                NOON.plus(Duration.ofDays(days)));
    }
}
