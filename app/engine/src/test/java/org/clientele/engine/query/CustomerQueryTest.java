package org.clientele.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerQueryTest {
    private static final int CUSTOMERS = 5_000;
    private static Snapshot snapshot;

    @BeforeAll
    static void compute() {
        Random random = new Random(5);
        List<Field> fields =
                new ArrayList<>(Fixtures.ATTRIBUTES.stream().map(Field::of).toList());
        fields.add(new Field("name", FieldType.TEXT));
        CustomerColumns.Builder builder = CustomerColumns.builder(fields, 2);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            builder.customer(customer * 3L);
            builder.text(builder.ordinal("name"), customer % 10 == 0 ? null : "Name " + random.nextInt(900));
            if (random.nextInt(4) > 0) {
                builder.whole(builder.ordinal("age"), random.nextInt(90));
                builder.number(builder.ordinal("height"), random.nextInt(200) / 100.0 - 1);
            }
        }
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (int i = 0; i < 3 * CUSTOMERS; i++) {
            rows.row(
                    random.nextInt(CUSTOMERS) * 3L,
                    (int) LocalDate.of(2026, 1, 1).toEpochDay() - random.nextInt(700));
            rows.money(0, random.nextInt(10_000));
        }
        VerticalColumns data = new VerticalColumns(Fixtures.retail(), 2, customers, Map.of("purchase", rows.build()));
        snapshot = Snapshots.of(Fixtures.retail()).compute(data, LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "age, false, 0, 50",
        "age, true, 0, 50",
        "age, true, 100, 5000",
        "height, false, 40, 25",
        "height, true, 4900, 200",
        "monetary, true, 0, 1000",
        "name, false, 0, 30",
        "name, true, 20, 4000",
        "segment_rfm, false, 0, 50",
        "recency, false, 6000, 10"
    })
    void shouldSortAsAStableSortOfAllWould(String variable, boolean descending, int offset, int limit) {
        CustomerPage page = CustomerQuery.all(snapshot).page(new SortBy(variable, descending, null), offset, limit);

        assertThat(page.total()).isEqualTo(CUSTOMERS);
        int[] expected = naive(variable, descending);
        int end = Math.min(CUSTOMERS, offset + limit);
        assertThat(page.customers())
                .containsExactly(offset >= end ? new int[0] : Arrays.copyOfRange(expected, offset, end));
    }

    private static int[] naive(String variable, boolean descending) {
        Column column = Objects.requireNonNull(snapshot.column(variable));
        boolean segment = variable.startsWith(Snapshot.SEGMENT_PREFIX);
        Comparator<Integer> byValue = segment
                ? Comparator.comparingInt(c -> snapshot.result("rfm").segment(c))
                : Comparator.comparingLong(column::order);
        return IntStream.range(0, CUSTOMERS)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(c -> column.isMissing(c) ? 1 : 0)
                        .thenComparing(descending ? byValue.reversed() : byValue))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void shouldFilterByAttributesMetricsAndSegments() {
        CustomerQuery query = CustomerQuery.all(snapshot).where(checked("age >= 30 && monetary > 50 && frequency < 9"));
        BitSet champions = snapshot.result("rfm").members(0);
        CustomerQuery best = query.within(champions);

        BitSet both = query.customers();
        both.and(champions);
        assertThat(best.customers()).isEqualTo(both);
        assertThat(best.total()).isEqualTo(both.cardinality()).isPositive();
        assertThat(best.page(null, 0, CUSTOMERS).customers())
                .containsExactly(both.stream().toArray());
    }

    @Test
    void shouldSearchTextsWithoutRegardToCase() {
        CustomerQuery found = CustomerQuery.all(snapshot).search("nAmE 77", List.of("name", "age", "nothing"));

        assertThat(found.total()).isPositive();
        assertThat(found.customers().stream()).allSatisfy(c -> assertThat(
                        Objects.requireNonNull(snapshot.column("name")).value(c).toString())
                .contains("Name 77"));
    }

    @Test
    void shouldFindTextsAsLowerCaseDoesInEveryScript() {
        List<String> values =
                List.of("", "Chen 12", "MÜLLER", "Jones-Öst", "王芳 Wang", "İstanbul", "\u212Aelvin", "aab", "STRASSE ß");
        List<String> wanted =
                List.of("", "n 1", "chen 12", "chen 123", "müller", "öst", "王", "wang", "i", "kelvin", "ab", "ß", "ss");
        for (String value : values) {
            for (String text : wanted) {
                assertThat(CustomerQuery.holds(value, text))
                        .as("%s in %s", text, value)
                        .isEqualTo(value.toLowerCase(Locale.ROOT).contains(text));
            }
        }
    }

    @Test
    void shouldSortTextsByTheGivenCollation() {
        SortBy backwards = new SortBy("name", false, Comparator.reverseOrder());

        int[] first = CustomerQuery.all(snapshot).page(backwards, 0, 10).customers();
        int[] last = CustomerQuery.all(snapshot)
                .page(SortBy.descending("name"), 0, 10)
                .customers();
        assertThat(first).containsExactly(last);
    }

    @Test
    void shouldGiveAnEmptyPageOfAnEmptyList() {
        CustomerQuery nobody = CustomerQuery.all(snapshot).within(new BitSet());

        assertThat(nobody.page(SortBy.ascending("age"), 0, 50)).satisfies(page -> {
            assertThat(page.total()).isZero();
            assertThat(page.customers()).isEmpty();
        });
    }

    @Test
    void shouldRefuseWhatCannotBeAnswered() {
        assertThatThrownBy(() -> CustomerQuery.all(snapshot).page(SortBy.ascending("size"), 0, 5))
                .hasMessage("Customers cannot be sorted by size: there is no such column");
        assertThatThrownBy(() -> CustomerQuery.all(snapshot).page(null, -1, 5)).hasMessageContaining("offset -1");
    }

    private static CheckedExpression checked(String text) {
        return Conditions.checked(text, Scope.customer(Fixtures.retail()), "test");
    }
}
