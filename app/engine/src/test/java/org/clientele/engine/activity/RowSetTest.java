package org.clientele.engine.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.activity.RowSet.Where;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.plugins.api.ActivityDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowSetTest {
    /** The first customer has rows on days 10, 20, 20, 30 and 40, the second none, the third one on day 20. */
    private static ActivityColumns rows(boolean documents) {
        return rows(documents, new Object[][] {
            {1, 10, "a", 1L, 0.1},
            {1, 20, "b", 2L, 0.2},
            {1, 20, "b", 4L, null},
            {1, 30, null, null, 0.4},
            {1, 40, "c", 16L, 0.8},
            {3, 20, "a", 32L, 1.6}
        });
    }

    private static ActivityColumns rows(boolean documents, Object[][] given) {
        CustomerColumns customers = CustomerColumns.builder(List.of(), 2)
                .customer(1)
                .customer(2)
                .customer(3)
                .build();
        ActivityDefinition purchase = Fixtures.PURCHASE;
        ActivityColumns.Builder builder = ActivityColumns.builder(customers, purchase, Set.of("amount", "weight"), 2);
        for (Object[] row : given) {
            builder.row((Integer) row[0], (Integer) row[1]);
            builder.document(documents ? (String) row[2] : null);
            if (row[3] instanceof Long minor) {
                builder.money(builder.ordinal("amount"), minor);
            }
            if (row[4] instanceof Double weight) {
                builder.number(builder.ordinal("weight"), weight);
            }
        }
        return builder.build();
    }

    private static final int ALWAYS = Integer.MIN_VALUE;

    @ParameterizedTest
    @CsvSource({
        "10, 40, 0, 5",
        "11, 40, 1, 5",
        "20, 20, 1, 3",
        "20, 30, 1, 4",
        "21, 29, 3, 3",
        "41, 50, 5, 5",
        "1, 9, 0, 0",
        "-2147483648, 39, 0, 4"
    })
    void shouldFindTheRowsOfItsDays(int firstDay, int lastDay, int from, int to) {
        RowSet set = new RowSet(rows(true), Where.ALL, firstDay, lastDay);
        RowSet shared = sharing(set);

        assertThat(set.from(0)).isEqualTo(from);
        assertThat(set.to(0)).isEqualTo(to);
        assertThat(shared.from(0)).isEqualTo(from);
        assertThat(shared.to(0)).isEqualTo(to);
        assertThat(set.count(0)).isEqualTo(to - from);
        assertThat(set.count(1)).isZero();
        assertThat(shared.count(1)).isZero();
    }

    /** The same by starts that are found for all customers before. */
    private static RowSet sharing(RowSet set) {
        return set.sharing(day -> {
            DayStarts starts = new DayStarts(set.rows(), day, 3);
            starts.find(0, 3);
            return starts;
        });
    }

    @Test
    void shouldFindStartsOnlyOfTheCustomersAskedFor() {
        DayStarts starts = new DayStarts(rows(true), 20, 3);
        starts.find(1, 3);

        assertThat(IntStream.range(0, 3).map(starts::of)).containsExactly(0, 5, 5);
    }

    @Test
    void shouldLookForSharedStartsOfTheDaysItNeeds() {
        List<Integer> asked = new ArrayList<>();
        new RowSet(rows(true), new Where(null, 15, 35), 10, 30).sharing(day -> {
            asked.add(day);
            return new DayStarts(rows(true), day, 3);
        });
        RowSet open = new RowSet(rows(true), Where.ALL, ALWAYS, 30).sharing(day -> {
            asked.add(day);
            return new DayStarts(rows(true), day, 3);
        });

        assertThat(asked).containsExactly(15, 31, 31);
        assertThat(open.begins()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"10, 40, 20, 30, 3", "20, 30, 10, 40, 3", "10, 20, 20, 40, 2", "-2147483648, 40, 21, 2147483647, 2"})
    void shouldTakeTheNarrowerOfItsDaysAndTheConditions(int first, int last, int allowed, int upTo, long count) {
        assertThat(new RowSet(rows(true), new Where(null, allowed, upTo), first, last).count(0))
                .isEqualTo(count);
    }

    @Test
    void shouldCountTheRowsThatMeetTheTest() {
        RowSet even = new RowSet(rows(true), Where.of(row -> row % 2 == 0), 10, 40);

        assertThat(even.count(0)).isEqualTo(3);
        assertThat(even.counts(1)).isFalse();
        assertThat(even.counts(2)).isTrue();
        assertThat(even.within(20, 20).count(0)).isEqualTo(1);
        assertThat(even.within(30, 30).count(0)).isZero();
    }

    @Test
    void shouldCountRowsOfOneDocumentOnce() {
        RowSet all = new RowSet(rows(true), Where.ALL, ALWAYS, 40);
        Scratch scratch = new Scratch();

        assertThat(all.events(0, scratch)).as("a, b, one without, c").isEqualTo(4);
        assertThat(all.within(20, 20).events(0, scratch)).isEqualTo(1);
        assertThat(all.events(1, scratch)).isZero();
        assertThat(all.events(2, scratch)).isEqualTo(1);
        assertThat(new RowSet(rows(true), Where.of(row -> row != 1), ALWAYS, 40).events(0, scratch))
                .isEqualTo(4);
        assertThat(new RowSet(rows(true), Where.of(row -> row != 3 && row != 4), ALWAYS, 40).events(0, scratch))
                .isEqualTo(2);
        assertThat(new RowSet(rows(true), Where.of(row -> false), ALWAYS, 40).events(0, scratch))
                .isZero();
    }

    @Test
    void shouldCountEveryRowWithoutDocuments() {
        Scratch scratch = new Scratch();

        assertThat(new RowSet(rows(false), Where.ALL, ALWAYS, 40).events(0, scratch))
                .isEqualTo(5);
        assertThat(new RowSet(rows(false), Where.of(row -> row < 2), ALWAYS, 40).events(0, scratch))
                .isEqualTo(2);
    }

    @Test
    void shouldCountADocumentOfSeveralDaysOnceWhicheverOfThemCount() {
        ActivityColumns astray = rows(true, new Object[][] {
            {1, 10, "a", null, null}, {1, 20, "a", null, null}, {1, 20, "b", null, null}, {1, 30, "a", null, null}
        });
        RowSet all = new RowSet(astray, Where.ALL, ALWAYS, 40);
        Scratch scratch = new Scratch();

        assertThat(all.events(0, scratch)).isEqualTo(2);
        assertThat(all.within(20, 30).events(0, scratch)).isEqualTo(2);
        assertThat(all.within(30, 30).events(0, scratch)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-2147483648, 40, 23", "20, 30, 6", "30, 30, 0"})
    void shouldSumExactlyWhatIsKnown(int first, int last, long sum) {
        MeasureColumn amount = measure("amount");
        RowSet all = new RowSet(rows(true), Where.ALL, first, last);
        RowSet tested = new RowSet(rows(true), Where.of(row -> true), first, last);

        assertThat(all.exactSum(amount, 0)).isEqualTo(sum);
        assertThat(tested.exactSum(amount, 0)).isEqualTo(sum);
        assertThat(all.total(amount, 0, new Scratch())).isEqualTo((double) sum);
        assertThat(all.exactSum(amount, 1)).isZero();
    }

    @Test
    void shouldSumOnlyTheRowsThatMeetTheTest() {
        RowSet tested = new RowSet(rows(true), Where.of(row -> row > 1), ALWAYS, 40);
        Scratch scratch = new Scratch();

        assertThat(tested.exactSum(measure("amount"), 0)).isEqualTo(20);
        assertThat(tested.total(measure("weight"), 0, scratch)).isEqualTo(0.4 + 0.8);
        assertThat(scratch.size()).isEqualTo(2);
    }

    @Test
    void shouldFailRatherThanSumBeyond64Bits() {
        ActivityColumns rows =
                rows(false, new Object[][] {{1, 10, null, Long.MAX_VALUE, null}, {1, 10, null, 1L, null}});
        RowSet tested = new RowSet(rows, Where.of(row -> true), ALWAYS, 40);

        assertThatThrownBy(() -> tested.exactSum(measure(rows, "amount"), 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldCollectWhatIsKnownOfOneCustomerAtATime() {
        RowSet all = new RowSet(rows(true), Where.ALL, ALWAYS, 40);
        NumberColumn weight = (NumberColumn) measure("weight");
        Scratch scratch = new Scratch();
        all.collect(weight, 0, scratch);
        assertThat(scratch.size()).isEqualTo(4);

        all.collect(weight, 2, scratch);

        assertThat(scratch.size()).isEqualTo(1);
        assertThat(scratch.sum()).isEqualTo(1.6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 129, 1_000})
    void shouldHaveRoomForAllValuesOfACustomer(int size) {
        Scratch scratch = new Scratch();
        IntStream.range(0, size).forEach(i -> scratch.add((long) (i * 31 % 10)));
        assertThat(scratch.size()).isEqualTo(size);
        assertThat(scratch.distinct()).isEqualTo(Math.min(size, 10));

        scratch.clear();
        IntStream.range(0, size).forEach(i -> scratch.add(i + 0.5));

        assertThat(scratch.sum()).isEqualTo(size * (size - 1) / 2.0 + size / 2.0);
        scratch.clear();
        assertThat(scratch.size()).isZero();
        assertThat(scratch.sum()).isZero();
        assertThat(scratch.distinct()).isZero();
    }

    @Test
    void shouldLoseNothingOfSmallNumbersBesideLargeOnes() {
        Scratch scratch = new Scratch();
        for (double value : new double[] {1e100, 1.0, -1e100, 0.25}) {
            scratch.add(value);
        }

        assertThat(scratch.sum()).isEqualTo(1.25);
    }

    private static MeasureColumn measure(String field) {
        return measure(rows(true), field);
    }

    private static MeasureColumn measure(ActivityColumns rows, String field) {
        return (MeasureColumn) Objects.requireNonNull(rows.column(field));
    }
}
