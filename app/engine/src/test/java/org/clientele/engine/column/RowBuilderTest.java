package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.plugins.api.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowBuilderTest {
    private static final List<Field> FIELDS = Stream.of(FieldType.values())
            .map(type -> new Field(type.name(), type))
            .toList();

    /** Sets the field of the type to a value made of a number. */
    private static void set(CustomerColumns.Builder rows, FieldType type, int number) {
        int field = rows.ordinal(type.name());
        switch (type) {
            case TEXT, CHOICE -> rows.text(field, "text " + number);
            case INTEGER -> rows.whole(field, number);
            case DECIMAL -> rows.number(field, number + 0.5);
            case MONEY -> rows.money(field, number);
            case BOOLEAN -> rows.flag(field, number % 2 == 0);
            case DATE -> rows.day(field, number);
        }
    }

    private static Column built(FieldType type, int rows, int step, boolean descending) {
        CustomerColumns.Builder builder = CustomerColumns.builder(FIELDS, 2);
        for (int row = 0; row < rows; row++) {
            builder.customer(descending ? rows - row : row);
            if (row % step == step - 1) {
                set(builder, type, row);
            }
        }
        return Objects.requireNonNull(builder.build().column(type.name()));
    }

    /** Far more rows than a buffer holds at first, every third one set, in both orders. */
    @ParameterizedTest
    @EnumSource
    void shouldKeepManyValuesAndTheGapsBetweenThem(FieldType type) {
        int rows = 5_003;
        Column up = built(type, rows, 3, false);
        Column down = built(type, rows, 3, true);

        assertThat(IntStream.range(0, rows).filter(row -> up.isMissing(row) == (row % 3 == 2)))
                .isEmpty();
        for (int row = 0; row < rows; row++) {
            assertThat(down.value(rows - 1 - row)).isEqualTo(up.value(row));
        }
        assertThat(up.value(2)).isNotEqualTo(up.value(5));
        assertThat(up.size()).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_024, 1_025, 4_000})
    void shouldTakeTheFirstValueLate(int row) {
        for (FieldType type : FieldType.values()) {
            Column column = built(type, row, row, false);

            assertThat(IntStream.range(0, row).filter(r -> !column.isMissing(r)))
                    .as("%s", type)
                    .containsExactly(row - 1);
        }
    }

    static Stream<Arguments> setters() {
        return Stream.of(
                setter("a decimal", FieldType.DECIMAL, (rows, field) -> rows.number(field, 1)),
                setter("a whole number or money", FieldType.INTEGER, (rows, field) -> rows.whole(field, 1)),
                setter("a whole number or money", FieldType.MONEY, (rows, field) -> rows.money(field, 1)),
                setter("a date", FieldType.DATE, (rows, field) -> rows.day(field, 1)),
                setter("a flag", FieldType.BOOLEAN, (rows, field) -> rows.flag(field, true)),
                setter("a text", FieldType.TEXT, (rows, field) -> rows.text(field, "1")));
    }

    private static Arguments setter(String given, FieldType type, ObjIntConsumer<CustomerColumns.Builder> set) {
        return Arguments.of(given, type, set);
    }

    @ParameterizedTest
    @MethodSource("setters")
    void shouldRefuseAValueOfAnotherTypeWhereverARowIsOpen(
            String given, FieldType type, ObjIntConsumer<CustomerColumns.Builder> set) {
        FieldType other = type == FieldType.DATE ? FieldType.TEXT : FieldType.DATE;
        CustomerColumns.Builder rows = CustomerColumns.builder(FIELDS, 2);
        int field = rows.ordinal(other.name());
        set.accept(rows, field);
        rows.customer(1);

        assertThatThrownBy(() -> set.accept(rows, field))
                .hasMessage("Field %s is %s, but %s was given: call the setter of its type", other, other, given);
    }

    @Test
    void shouldRefuseAFieldListedTwice() {
        Field age = new Field("age", FieldType.INTEGER);

        assertThatThrownBy(() -> CustomerColumns.builder(List.of(age, age), 2))
                .hasMessage("Field age is listed twice: ids must be unique");
    }

    @Test
    void shouldGiveEveryTextACodeInTheOrderTheyCame() {
        List<String> texts =
                IntStream.range(0, 5_000).mapToObj(i -> "text " + i).toList();

        Dictionary dictionary = Dictionary.of(texts);

        assertThat(dictionary.size()).isEqualTo(5_000);
        for (int code = 0; code < 5_000; code++) {
            assertThat(dictionary.code(texts.get(code))).isEqualTo(code);
            assertThat(dictionary.text(code)).isEqualTo(texts.get(code));
        }
        assertThat(dictionary.code("text 5000")).isEqualTo(-1);
    }

    @Test
    void shouldRankTextsEqualOnesAlike() {
        Dictionary dictionary = Dictionary.of(List.of("b", "A", "a", "B", "c"));

        assertThat(dictionary.ranks(String.CASE_INSENSITIVE_ORDER)).containsExactly(2, 0, 0, 2, 4);
        assertThat(IntStream.range(0, 5).map(dictionary::rank)).containsExactly(3, 0, 2, 1, 4);
        assertThat(dictionary.matching(text -> text.equals("a") || text.equals("c")))
                .containsExactly(false, false, true, false, true);
    }

    @Test
    void shouldOrderRowsByKeyAndLeaveThemWhereTheyAreInOrder() {
        assertThat(RowOrder.byKey(new long[] {1, 2, 2, 5, 0}, 4)).isNull();
        assertThat(RowOrder.byKey(new long[] {5, 2, 5, 1, 2, 0}, 5)).containsExactly(3, 1, 4, 0, 2);
        assertThat(RowOrder.byKey(new long[0], 0)).isNull();
    }

    @Test
    void shouldOrderRowsByGroupThenDayThenTime() {
        int[] groups = {1, 0, 1, 0, 1};
        int[] days = {7, -3, 7, -4, 6};
        int[] times = {9, 0, 8, 0, 50};
        int[] offsets = {0, 2, 5};

        assertThat(RowOrder.byGroupAndDay(groups, days, null, 5, offsets)).containsExactly(3, 1, 4, 0, 2);
        assertThat(RowOrder.byGroupAndDay(groups, days, times, 5, offsets)).containsExactly(3, 1, 4, 2, 0);
        int[] oneDay = {7, 7};
        assertThat(RowOrder.byGroupAndDay(new int[2], oneDay, new int[] {2, 1}, 2, new int[] {0, 2}))
                .containsExactly(1, 0);
        assertThat(RowOrder.byGroupAndDay(new int[2], oneDay, new int[] {1, 1}, 2, new int[] {0, 2}))
                .isNull();
        assertThat(RowOrder.byGroupAndDay(new int[2], oneDay, null, 2, new int[] {0, 2}))
                .isNull();
    }
}
