package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangedColumnsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    static Stream<Arguments> columns() {
        return Stream.of(
                Arguments.of(MoneyColumn.of(2, 1, 2, 3), new Value.Money(99, 2), new Value.Money(99, 3)),
                Arguments.of(WholeColumn.of(1, 2, 3), new Value.Whole(7), new Value.Decimal(7)),
                Arguments.of(NumberColumn.of(1, 2, 3), new Value.Decimal(0.5), new Value.Whole(1)),
                Arguments.of(DateColumn.of(1, 2, 3), new Value.Date(DAY), new Value.Whole(1)),
                Arguments.of(FlagColumn.of((byte) 1, (byte) 0, (byte) 1), new Value.Flag(true), new Value.Text("a")),
                Arguments.of(FlagColumn.of((byte) 0, (byte) 1, (byte) 0), new Value.Flag(false), new Value.Text("a")),
                Arguments.of(
                        CodeColumn.of(Dictionary.of(List.of("a", "b")), 1, 0, 1),
                        new Value.Text("new"),
                        new Value.Flag(true)),
                Arguments.of(
                        CodeColumn.of(Dictionary.of(List.of("a", "b")), 1, 0, 1),
                        new Value.Text("b"),
                        new Value.Whole(1)));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void shouldChangeOneRowOfACopy(Column column, Value value) {
        List<Value> before = values(column);

        Column changed = ChangedColumns.with(column, 1, value);

        assertThat(values(changed)).containsExactly(before.get(0), value, before.get(2));
        assertThat(values(column)).isEqualTo(before);
        assertThat(changed).hasSameClassAs(column);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void shouldTakeAValueAway(Column column) {
        Column changed = ChangedColumns.with(column, 2, Value.MISSING);

        assertThat(values(changed))
                .containsExactly(values(column).get(0), values(column).get(1), Value.MISSING);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void shouldRefuseAValueOfAnotherKind(Column column, Value value, Value unfit) {
        assertThatThrownBy(() -> ChangedColumns.with(column, 0, unfit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A %s cannot stand in a %s",
                        unfit.getClass().getSimpleName(), column.getClass().getSimpleName());
    }

    @Test
    void shouldLeaveTheDictionaryOfOthersAsItWas() {
        CodeColumn column = CodeColumn.of(Dictionary.of(List.of("a")), 0, CodeColumn.MISSING);

        CodeColumn changed = (CodeColumn) ChangedColumns.with((Column) column, 1, new Value.Text("z"));

        assertThat(column.dictionary().code("z")).isEqualTo(-1);
        assertThat(changed.dictionary().code("z")).isEqualTo(1);
    }

    private static List<Value> values(Column column) {
        return IntStream.range(0, column.size()).mapToObj(column::value).toList();
    }
}
