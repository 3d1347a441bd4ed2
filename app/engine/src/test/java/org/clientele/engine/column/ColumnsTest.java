package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.plugins.api.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    private static final List<Field> FIELDS = List.of(
            new Field("city", FieldType.TEXT),
            new Field("age", FieldType.INTEGER),
            new Field("height", FieldType.DECIMAL),
            new Field("pay", FieldType.MONEY),
            new Field("member", FieldType.BOOLEAN),
            new Field("born", FieldType.DATE));

    @Test
    void shouldKeepCustomersByAscendingIdWhateverTheOrderOfRows() {
        CustomerColumns.Builder rows = CustomerColumns.builder(FIELDS, 2);
        rows.customer(30).text(rows.ordinal("city"), "上海");
        rows.customer(10, 100).whole(rows.ordinal("age"), 44);
        rows.customer(20).money(rows.ordinal("pay"), 1_234_56);
        CustomerColumns customers = rows.build();

        assertThat(customers.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).mapToLong(customers::id)).containsExactly(10L, 20L, 30L);
        assertThat(customers.indexOf(20)).isEqualTo(1);
        assertThat(customers.indexOf(25)).isEqualTo(-1);
        assertThat(customers.registered(0)).isEqualTo(100);
        assertThat(customers.registered(1)).isEqualTo(CustomerColumns.NO_DAY);
        assertThat(column(customers, "age").value(0)).isEqualTo(new Value.Whole(44));
        assertThat(column(customers, "pay").value(1)).isEqualTo(new Value.Money(123456, 2));
        assertThat(column(customers, "city").value(2)).isEqualTo(new Value.Text("上海"));
    }

    @Test
    void shouldHoldMissingWhereNothingWasSet() {
        CustomerColumns.Builder rows = CustomerColumns.builder(FIELDS, 2);
        rows.customer(1);
        CustomerColumns customers = rows.build();

        for (Field field : FIELDS) {
            Column column = column(customers, field.id());
            assertThat(column.isMissing(0)).isTrue();
            assertThat(column.value(0)).isEqualTo(Value.MISSING);
            assertThat(column.order(0)).isEqualTo(Column.MISSING_ORDER);
        }
    }

    @Test
    void shouldKeepValuesOfEveryType() {
        CustomerColumns.Builder rows = CustomerColumns.builder(FIELDS, 2);
        rows.customer(1);
        rows.number(rows.ordinal("height"), 1.75);
        rows.flag(rows.ordinal("member"), true);
        rows.day(rows.ordinal("born"), (int) LocalDate.of(1990, 1, 31).toEpochDay());
        CustomerColumns customers = rows.build();

        assertThat(column(customers, "height").value(0)).isEqualTo(new Value.Decimal(1.75));
        assertThat(column(customers, "member").value(0)).isEqualTo(new Value.Flag(true));
        assertThat(column(customers, "born").value(0)).isEqualTo(new Value.Date(LocalDate.of(1990, 1, 31)));
    }

    @Test
    void shouldTakeNoRoomForAFieldWithoutValuesAndStillKnowItsRows() {
        CustomerColumns.Builder rows = CustomerColumns.builder(FIELDS, 2);
        rows.customer(1).customer(2);
        CustomerColumns customers = rows.build();

        for (Field field : FIELDS) {
            Column column = column(customers, field.id());
            assertThat(column.isBlank()).isTrue();
            assertThat(column.size()).isEqualTo(2);
            assertThatThrownBy(() -> column.order(2)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
            assertThatThrownBy(() -> column.order(-1)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldHoldMissingBeforeAndAfterTheOnlyValue() {
        CustomerColumns.Builder rows = CustomerColumns.builder(FIELDS, 2);
        for (int customer = 0; customer < 3_000; customer++) {
            rows.customer(customer);
            if (customer == 2_000) {
                rows.number(rows.ordinal("height"), 1.75);
                rows.flag(rows.ordinal("member"), true);
                rows.day(rows.ordinal("born"), 3);
            }
        }
        CustomerColumns customers = rows.build();

        for (String field : List.of("height", "member", "born")) {
            Column column = column(customers, field);
            assertThat(column.isBlank()).isFalse();
            assertThat(IntStream.range(0, 3_000).filter(row -> !column.isMissing(row)))
                    .as(field)
                    .containsExactly(2_000);
        }
    }

    @Test
    void shouldRefuseACustomerTwice() {
        CustomerColumns.Builder rows =
                CustomerColumns.builder(FIELDS, 2).customer(7).customer(7);

        assertThatThrownBy(rows::build).hasMessage("Customer 7 was added twice: read each customer once");
    }

    @Test
    void shouldRefuseAValueOfAnotherType() {
        CustomerColumns.Builder rows = CustomerColumns.builder(FIELDS, 2).customer(7);

        assertThatThrownBy(() -> rows.day(rows.ordinal("pay"), 3))
                .hasMessage("Field pay is MONEY, but a date was given: call the setter of its type");
        assertThatThrownBy(() -> rows.ordinal("size")).hasMessageStartingWith("No field size; there are [city, age");
    }

    @Test
    void shouldSortActivitiesByCustomerThenDayThenAsAdded() {
        CustomerColumns customers = CustomerColumns.builder(List.of(), 2)
                .customer(1)
                .customer(2)
                .customer(3)
                .build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("quantity"), 2);
        int quantity = rows.ordinal("quantity");
        long[][] given = {{3, 5, 1}, {1, 9, 2}, {3, 4, 3}, {1, 9, 4}, {3, 5, 5}, {1, -2, 6}};
        for (long[] row : given) {
            assertThat(rows.row(row[0], (int) row[1])).isTrue();
            rows.whole(quantity, row[2]);
        }
        ActivityColumns activities = rows.build();

        WholeColumn values = (WholeColumn) column(activities, "quantity");
        assertThat(IntStream.range(0, 6).mapToLong(values::get)).containsExactly(6L, 2L, 4L, 3L, 1L, 5L);
        assertThat(IntStream.range(0, 6).map(activities::day)).containsExactly(-2, 9, 9, 4, 5, 5);
        assertThat(activities.start(1)).isEqualTo(activities.end(1)).isEqualTo(3);
        assertThat(activities.startFrom(0, 9)).isEqualTo(1);
        assertThat(activities.startFrom(2, 6)).isEqualTo(6);
        assertThat(activities.column("amount")).isNull();
    }

    @Test
    void shouldKeepTheRowsOfADayInTheOrderOfTheirTimesWhenAskedTo() {
        CustomerColumns customers =
                CustomerColumns.builder(List.of(), 2).customer(1).build();
        ActivityColumns.Builder rows =
                ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("quantity", ActivityColumns.TIME), 2);
        int[][] daysAndTimes = {{20, 50}, {10, 70}, {20, 40}, {10, 70}, {20, 50}, {10, 0}};
        for (int i = 0; i < daysAndTimes.length; i++) {
            rows.row(1, daysAndTimes[i][0]);
            rows.time(daysAndTimes[i][1]);
            rows.whole(0, i);
        }
        ActivityColumns sorted = rows.build();

        Column order = Objects.requireNonNull(sorted.column("quantity"));
        assertThat(IntStream.range(0, 6).mapToLong(order::order)).containsExactly(5L, 1L, 3L, 2L, 0L, 4L);
        assertThat(sorted.column(ActivityColumns.TIME)).isNull();
    }

    @Test
    void shouldLeaveOutRowsOfUnknownCustomers() {
        CustomerColumns customers =
                CustomerColumns.builder(List.of(), 2).customer(1).build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("quantity"), 2);
        rows.row(1, 10);
        rows.whole(0, 5);
        assertThat(rows.row(2, 10)).isFalse();
        rows.whole(0, 99);
        rows.document("A");
        ActivityColumns activities = rows.build();

        assertThat(rows.unknownCustomers()).isEqualTo(1);
        assertThat(activities.size()).isEqualTo(1);
        assertThat(((WholeColumn) column(activities, "quantity")).get(0)).isEqualTo(5);
        assertThat(activities.document(0)).isEqualTo(ActivityColumns.NO_DOCUMENT);
    }

    @Test
    void shouldTellDocumentsApartWithoutKeepingTheirText() {
        CustomerColumns customers =
                CustomerColumns.builder(List.of(), 2).customer(1).build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of(), 2);
        for (String document : new String[] {"536365", "536365", "C536365", ""}) {
            rows.row(1, 10);
            rows.document(document);
        }
        ActivityColumns activities = rows.build();

        assertThat(activities.document(0)).isEqualTo(activities.document(1)).isNotEqualTo(activities.document(2));
        assertThat(activities.document(3)).isEqualTo(ActivityColumns.NO_DOCUMENT);
    }

    @Test
    void shouldKeepManyRowsOfManyCustomersInOrder() {
        Random random = new Random(3);
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        IntStream.range(0, 3_000).forEach(i -> builder.customer((i * 7919L) % 3_000));
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (int i = 0; i < 20_000; i++) {
            int customer = random.nextInt(3_000);
            rows.row(customer, random.nextInt(400));
            rows.money(0, customer);
        }
        ActivityColumns activities = rows.build();

        MoneyColumn amount = (MoneyColumn) column(activities, "amount");
        for (int customer = 0; customer < 3_000; customer++) {
            for (int row = activities.start(customer); row < activities.end(customer); row++) {
                assertThat(amount.get(row)).isEqualTo(customers.id(customer));
                assertThat(row == activities.start(customer) || activities.day(row - 1) <= activities.day(row))
                        .isTrue();
            }
        }
    }

    @Test
    void shouldRankTextsAndShareCodes() {
        Dictionary dictionary = Dictionary.of(List.of("b", "a", "c", "a"));

        assertThat(dictionary.size()).isEqualTo(3);
        assertThat(dictionary.code("a")).isEqualTo(1);
        assertThat(dictionary.code("z")).isEqualTo(-1);
        assertThat(dictionary.rank(dictionary.code("b"))).isEqualTo(1);
        assertThat(dictionary.ranks((x, y) -> 0)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"-1e300, -1.5", "-1.5, -1e-9", "-1e-9, 0", "0, 1e-300", "1e-300, 0.3", "0.3, 1e300"})
    void shouldOrderNumbersAsTheyCompare(double smaller, double larger) {
        NumberColumn column = NumberColumn.of(smaller, larger, Double.NaN, -0.0, 0.0);

        assertThat(column.order(0)).isLessThan(column.order(1)).isGreaterThan(column.order(2));
        assertThat(column.order(3)).isEqualTo(column.order(4));
        assertThat(column.fromOrder(column.order(0))).isEqualTo(new Value.Decimal(smaller));
    }

    @ParameterizedTest
    @CsvSource({
        "10.10, 1010, 1010",
        "10.105, 1010, 1011",
        "-0.001, -1, 0",
        "0, 0, 0",
        "1e30, 9223372036854775807, 9223372036854775807"
    })
    void shouldPlaceThresholdsOfMoneyExactly(double threshold, long floor, long ceiling) {
        MoneyColumn column = MoneyColumn.of(2, 1010);

        assertThat(column.floorOrder(threshold)).isEqualTo(floor);
        assertThat(column.ceilingOrder(threshold)).isEqualTo(ceiling);
        assertThat(column.asDouble(0)).isEqualTo(10.10);
    }

    @Test
    void shouldKnowWhoWasCustomerOnADay() {
        CustomerColumns customers = CustomerColumns.builder(List.of(), 2)
                .customer(1)
                .customer(2)
                .customer(3, 50)
                .customer(4, 900)
                .build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of(), 2);
        rows.row(2, 100);
        rows.row(4, 70);
        VerticalColumns data = new VerticalColumns(Fixtures.retail(), 2, customers, Map.of("purchase", rows.build()));

        assertThat(data.present(60).stream()).containsExactly(0, 2);
        assertThat(data.present(70).stream()).containsExactly(0, 2, 3);
        assertThat(data.present(100).stream()).containsExactly(0, 1, 2, 3);
    }

    private static Column column(CustomerColumns customers, String id) {
        return Objects.requireNonNull(customers.column(id));
    }

    private static Column column(ActivityColumns activities, String id) {
        return Objects.requireNonNull(activities.column(id));
    }
}
