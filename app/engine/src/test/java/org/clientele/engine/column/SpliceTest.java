package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpliceTest {
    /** Rows 2 and 0 of what was there before, between them row 1 of the fresh ones. */
    private static final Splice SPLICE = Splice.of(2, ~1, 0);

    static Stream<Arguments> columns() {
        return Stream.of(
                Arguments.of(WholeColumn.of(1, 2, 3), WholeColumn.of(10, 20)),
                Arguments.of(MoneyColumn.of(3, 1, 2, 3), MoneyColumn.of(3, 10, 20)),
                Arguments.of(NumberColumn.of(1, 2, Double.NaN), NumberColumn.of(10, 20)),
                Arguments.of(DateColumn.of(1, 2, 3), DateColumn.of(10, 20)),
                Arguments.of(FlagColumn.of((byte) 1, (byte) 1, (byte) 1), FlagColumn.of((byte) 1, (byte) 0)),
                Arguments.of(
                        CodeColumn.of(Dictionary.of(List.of("a", "b")), 1, 0, CodeColumn.MISSING),
                        CodeColumn.of(Dictionary.of(List.of("c", "b")), 1, 0)),
                Arguments.of(WholeColumn.blank(3), WholeColumn.of(10, 20)),
                Arguments.of(WholeColumn.of(1, 2, 3), WholeColumn.blank(2)),
                Arguments.of(CodeColumn.blank(3), CodeColumn.of(Dictionary.of(List.of("c", "b")), 1, 0)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void shouldTakeRowsFromBothColumns(Column before, Column fresh) {
        assertThat(values(SPLICE.column(before, fresh)))
                .containsExactly(before.value(2), fresh.value(1), before.value(0));
    }

    static Stream<Arguments> blanks() {
        return Stream.of(
                Arguments.of(WholeColumn.blank(3), WholeColumn.blank(2)),
                Arguments.of(MoneyColumn.blank(3, 2), MoneyColumn.blank(2, 2)),
                Arguments.of(NumberColumn.blank(3), NumberColumn.blank(2)),
                Arguments.of(DateColumn.blank(3), DateColumn.blank(2)),
                Arguments.of(FlagColumn.blank(3), FlagColumn.blank(2)),
                Arguments.of(CodeColumn.blank(3), CodeColumn.blank(2)));
    }

    @ParameterizedTest
    @MethodSource("blanks")
    void shouldTakeNoRoomForNothing(Column before, Column fresh) {
        Column spliced = Splice.of(2, ~1, 0, 1).column(before, fresh);

        assertThat(spliced.isBlank()).isTrue();
        assertThat(spliced.size()).isEqualTo(4);
        assertThat(spliced).hasSameClassAs(before);
    }

    @Test
    void shouldForgetTextsThatNobodyHasAnyMore() {
        CodeColumn before = CodeColumn.of(Dictionary.of(List.of("a", "b", "c")), 0, 1, 2);
        CodeColumn fresh = CodeColumn.of(Dictionary.of(List.of("d", "e")), 0, 1);

        CodeColumn spliced = (CodeColumn) SPLICE.column(before, fresh);

        assertThat(values(spliced))
                .extracting(value -> ((Value.Text) value).text())
                .containsExactly("c", "e", "a");
        assertThat(spliced.dictionary().size()).isEqualTo(3);
        assertThat(spliced.dictionary().code("b")).isEqualTo(-1);
        assertThat(spliced.dictionary().code("d")).isEqualTo(-1);
    }

    @Test
    void shouldKeepTheDictionaryWhereAllItsTextsAreInUse() {
        CodeColumn before = CodeColumn.of(Dictionary.of(List.of("a", "b")), 0, 1);
        CodeColumn fresh = CodeColumn.of(Dictionary.of(List.of("b")), 0);

        CodeColumn spliced = (CodeColumn) Splice.of(0, ~0).column(before, fresh);

        assertThat(spliced.dictionary()).isSameAs(before.dictionary());
    }

    @Test
    void shouldPutChangedCustomersWhereTheirIdsBelong() {
        CustomerColumns before = customers(10, 20, 30, 40);
        CustomerColumns fresh = customers(5, 20, 35, 50);

        Splice splice = Splice.of(before, new long[] {50, 20, 35, 5, 40}, fresh);

        assertThat(IntStream.range(0, splice.size()).map(splice::source)).containsExactly(~0, 0, ~1, 2, ~2, ~3);
        CustomerColumns after = before.spliced(fresh, splice);
        assertThat(IntStream.range(0, after.size()).map(i -> (int) after.id(i))).containsExactly(5, 10, 20, 30, 35, 50);
        assertThat(IntStream.range(0, after.size()).map(after::registered)).containsExactly(5, 10, 20, 30, 35, 50);
    }

    @Test
    void shouldTakeCustomersAway() {
        CustomerColumns before = customers(10, 20);

        Splice splice = Splice.of(before, new long[] {10, 20}, customers());

        assertThat(splice.size()).isZero();
    }

    private static CustomerColumns customers(int... ids) {
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        for (int id : ids) {
            builder.customer(id, id);
        }
        return builder.build();
    }

    private static List<Value> values(Column column) {
        return IntStream.range(0, column.size()).mapToObj(column::value).toList();
    }
}
