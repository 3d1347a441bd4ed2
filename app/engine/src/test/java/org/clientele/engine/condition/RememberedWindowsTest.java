package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered of one number of days helps with another one, and must not be seen in what is answered. */
class RememberedWindowsTest {
    private static final int CUSTOMERS = 150;
    private static final int DAYS = 400;
    private static final int LAST_DAY =
            Math.toIntExact(LocalDate.of(2024, 3, 31).toEpochDay());
    private static final int CONDITIONS = 400;
    private static final Scope SCOPE = Scope.member(Fixtures.retail());
    private static final List<String> NUMBERS =
            List.of("count(purchase", "sum(purchase.amount", "sum(purchase.quantity", "sum(purchase.weight");
    private static final List<String> WHERE = List.of(
            "",
            "",
            ", purchase.channel == 'online'",
            ", purchase.channel != 'online'",
            ", purchase.amount > 2.5",
            ", purchase.amount > 2.5 && purchase.gift",
            ", purchase.gift || missing(purchase.weight)",
            ", !(purchase.days_ago > 20)",
            ", purchase.quantity == 7",
            ", purchase.quantity in [1, 3] || purchase.weight == 0.5");

    private enum Documents {
        NONE,
        ONE_DAY_EACH,
        ANY_DAY
    }

    /** @param since how long before the last day the as-of day is */
    @ParameterizedTest
    @CsvSource({
        "NONE, 0, 1",
        "ONE_DAY_EACH, 0, 2",
        "ANY_DAY, 0, 3",
        "NONE, 120, 4",
        "ONE_DAY_EACH, 120, 5",
        "ANY_DAY, 250, 6",
        "ANY_DAY, 500, 7"
    })
    void shouldAnswerAsIfNothingWasAskedBefore(Documents documents, int since, long seed) {
        Random random = new Random(seed);
        ActivityColumns rows = purchases(documents, random);
        LocalDate asOf = LocalDate.ofEpochDay(LAST_DAY - since);
        Variables alone = new Purchases(rows, asOf, null);
        Variables remembering = new Purchases(rows, asOf, new Remembered());
        for (int i = 0; i < CONDITIONS; i++) {
            int days = 1 + random.nextInt(DAYS + 20);
            String number = pick(NUMBERS, random) + ", " + days + pick(WHERE, random) + ")";
            for (int again = random.nextInt(3); again >= 0; again--) {
                String text = number + pick(List.of(" >= ", " > ", " == "), random) + random.nextInt(12) / 2.0;
                assertThat(holding(text, remembering)).as(text).isEqualTo(holding(text, alone));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"NONE, 11", "ONE_DAY_EACH, 12", "ANY_DAY, 13"})
    void shouldAnswerTheSameWhileDaysGoUpAndDown(Documents documents, long seed) {
        Random random = new Random(seed);
        ActivityColumns rows = purchases(documents, random);
        Variables alone = new Purchases(rows, LocalDate.ofEpochDay(LAST_DAY), null);
        Variables remembering = new Purchases(rows, LocalDate.ofEpochDay(LAST_DAY), new Remembered());
        for (String number : NUMBERS) {
            for (String where : WHERE) {
                int days = 1 + random.nextInt(DAYS);
                for (int edit = 0; edit < 60; edit++) {
                    days = Math.max(1, days + random.nextInt(7) - 3);
                    String text = number + ", " + days + where + ") >= " + random.nextInt(12) / 2.0;
                    assertThat(holding(text, remembering)).as(text).isEqualTo(holding(text, alone));
                }
            }
        }
    }

    @Test
    void shouldAddUpAmountsThatArePastThirtyTwoBits() {
        ActivityColumns.Builder builder =
                ActivityColumns.builder(customers(), Fixtures.PURCHASE, Set.of("quantity"), 2);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int before : List.of(40, 20, 10)) {
                builder.row(customer, LAST_DAY - before);
                builder.whole(builder.ordinal("quantity"), customer % 2 == 0 ? 1L << 31 + customer % 3 : before);
            }
        }
        Variables alone = new Purchases(builder.build(), LocalDate.ofEpochDay(LAST_DAY), null);
        Variables remembering =
                new Purchases(Objects.requireNonNull(alone.activity("purchase")), alone.asOf(), new Remembered());
        for (int days = 1; days < 60; days++) {
            for (String least : List.of("10", "2147483649", "4294967297", "30000000000")) {
                String text = "sum(purchase.quantity, " + days + ") >= " + least;
                assertThat(holding(text, remembering)).as(text).isEqualTo(holding(text, alone));
            }
        }
    }

    @Test
    void shouldAddUpSomeDaysThoughMoreAreBeyond64Bits() {
        ActivityColumns.Builder builder =
                ActivityColumns.builder(customers(), Fixtures.PURCHASE, Set.of("quantity"), 2);
        int field = builder.ordinal("quantity");
        for (int before : List.of(60, 36, 3)) {
            builder.row(1, LAST_DAY - before);
            builder.whole(field, before == 3 ? 5 : Long.MAX_VALUE - 10);
        }
        Variables remembering = new Purchases(builder.build(), LocalDate.ofEpochDay(LAST_DAY), new Remembered());
        for (int days = 4; days <= 36; days++) {
            assertThat(holding("sum(purchase.quantity, " + days + ") == 5", remembering)
                            .cardinality())
                    .isOne();
        }
        for (int days = 37; days <= 60; days++) {
            assertThat(holding("sum(purchase.quantity, " + days + ") > 1000", remembering)
                            .cardinality())
                    .isOne();
        }
        assertThatThrownBy(() -> holding("sum(purchase.quantity, 61) > 5", remembering))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldAddUpForMoreCustomersThanStandInOnePiece() {
        int many = 70_000;
        ActivityColumns.Builder builder =
                ActivityColumns.builder(customers(many), Fixtures.PURCHASE, Set.of("quantity"), 2);
        for (int customer = 0; customer < many; customer++) {
            builder.row(customer, LAST_DAY - customer % 100);
            builder.whole(builder.ordinal("quantity"), customer % 7);
        }
        Variables remembering = new Purchases(builder.build(), LocalDate.ofEpochDay(LAST_DAY), new Remembered());
        for (int days : List.of(30, 33, 80, 81, 82, 31, 32, 30)) {
            BitSet found = Conditions.bind(
                            Conditions.checked("sum(purchase.quantity, " + days + ") == 3", SCOPE, "test"), remembering)
                    .holding(many);
            BitSet expected = new BitSet();
            IntStream.range(0, many)
                    .filter(customer -> customer % 100 < days && customer % 7 == 3)
                    .forEach(expected::set);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void shouldSeeAnotherPastOfTheSameCustomers() {
        Changing variables = new Changing();
        variables.past = past(LAST_DAY - 10, "true");
        String text = "changed(member, 30)";
        assertThat(holding(text, variables)).isEqualTo(holding(text, variables));
        assertThat(holding(text, variables).cardinality()).isZero();
        variables.past = past(LAST_DAY - 10, "false");
        assertThat(holding(text, variables).cardinality()).isEqualTo(CUSTOMERS);
        assertThat(holding("changed(member, 12)", variables).cardinality()).isEqualTo(CUSTOMERS);
    }

    private static HistoryColumns past(int since, String value) {
        HistoryColumns.Builder past = HistoryColumns.builder(List.of("false", "true"));
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            past.add(customer, since, HistoryColumns.OPEN, value);
        }
        return past.build();
    }

    private static BitSet holding(String text, Variables variables) {
        return Conditions.bind(Conditions.checked(text, SCOPE, "test"), variables)
                .holding(CUSTOMERS);
    }

    private static ActivityColumns purchases(Documents documents, Random random) {
        ActivityColumns.Builder builder = ActivityColumns.builder(
                customers(), Fixtures.PURCHASE, Set.of("amount", "quantity", "weight", "channel", "gift"), 2);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            int most = customer % 50 == 0 ? 1_500 : customer % 7 == 0 ? 60 : 12;
            for (int row = random.nextInt(most); row > 0; row--) {
                int day = LAST_DAY - random.nextInt(DAYS);
                builder.row(customer, day);
                String number = "n" + random.nextInt(4);
                builder.document(
                        documents == Documents.NONE || random.nextInt(6) == 0
                                ? null
                                : documents == Documents.ANY_DAY && customer % 3 == 0 ? number : day + number);
                builder.text(builder.ordinal("channel"), random.nextBoolean() ? "online" : "store");
                add(builder, random);
            }
        }
        return builder.build();
    }

    private static void add(ActivityColumns.Builder row, Random random) {
        if (random.nextInt(5) > 0) {
            row.money(row.ordinal("amount"), random.nextInt(500) - 50);
        }
        if (random.nextInt(5) > 0) {
            row.whole(row.ordinal("quantity"), random.nextInt(4) - 1);
            row.flag(row.ordinal("gift"), random.nextBoolean());
        }
        if (random.nextInt(5) > 0) {
            row.number(row.ordinal("weight"), random.nextInt(8) / 4.0);
        }
    }

    private static CustomerColumns customers() {
        return customers(CUSTOMERS);
    }

    private static CustomerColumns customers(int many) {
        CustomerColumns.Builder customers = CustomerColumns.builder(List.of(), 2);
        for (int customer = 0; customer < many; customer++) {
            customers.customer(customer);
        }
        return customers.build();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private record Purchases(
            ActivityColumns rows, LocalDate asOf, @Nullable Remembered remembered) implements Variables {
        @Override
        public @Nullable Column column(String name) {
            return null;
        }

        @Override
        public @Nullable ActivityColumns activity(String id) {
            return id.equals("purchase") ? rows : null;
        }
    }

    /** Customers who are members today, with a past that is loaded anew. */
    private static final class Changing implements Variables {
        private final Remembered remembered = new Remembered();
        private HistoryColumns past = past(LAST_DAY, "true");

        @Override
        public Column column(String name) {
            byte[] members = new byte[CUSTOMERS];
            Arrays.fill(members, (byte) 1);
            return FlagColumn.of(members);
        }

        @Override
        public LocalDate asOf() {
            return LocalDate.ofEpochDay(LAST_DAY);
        }

        @Override
        public HistoryColumns history(String name) {
            return past;
        }

        @Override
        public int[] places(HistoryColumns history) {
            return history.places(customers());
        }

        @Override
        public Remembered remembered() {
            return remembered;
        }
    }
}
