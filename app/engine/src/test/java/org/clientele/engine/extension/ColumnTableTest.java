package org.clientele.engine.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.api.extension.CustomerTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final AtomicBoolean CANCELLED = new AtomicBoolean();
    private static final ColumnTable TABLE = table();

    private static ColumnTable table() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("height", NumberColumn.of(1.75, Double.NaN));
        columns.put("age", WholeColumn.of(40, WholeColumn.MISSING));
        columns.put("pay", MoneyColumn.of(2, 12_50, MoneyColumn.MISSING));
        columns.put("city", CodeColumn.of(Dictionary.of(List.of("Bo", "York")), 1, CodeColumn.MISSING));
        columns.put("born", DateColumn.of(7, DateColumn.MISSING));
        columns.put("member", FlagColumn.of((byte) 1, FlagColumn.MISSING, (byte) 0));
        BitSet present = new BitSet();
        present.set(1);
        return new ColumnTable(columns, 2, present, DAY, CANCELLED::get);
    }

    @Test
    void shouldTellWhatThereIs() {
        assertThat(TABLE.size()).isEqualTo(2);
        assertThat(TABLE.asOf()).isEqualTo(DAY);
        assertThat(TABLE.present(0)).isFalse();
        assertThat(TABLE.present(1)).isTrue();
        assertThat(TABLE.columns()).containsExactly("height", "age", "pay", "city", "born", "member");
    }

    @Test
    void shouldTellWhenTheResultIsNoLongerWanted() {
        CANCELLED.set(false);
        assertThat(TABLE.isCancelled()).isFalse();
        CANCELLED.set(true);
        assertThat(TABLE.isCancelled()).isTrue();
    }

    @Test
    void shouldReadQuantitiesInMajorUnitsAsNumbers() {
        assertThat(TABLE.numbers("height").get(0)).isEqualTo(1.75);
        assertThat(TABLE.numbers("age").get(0)).isEqualTo(40);
        assertThat(TABLE.numbers("pay").get(0)).isEqualTo(12.5);
        for (String column : List.of("height", "age", "pay")) {
            assertThat(TABLE.numbers(column).isMissing(0)).isFalse();
            assertThat(TABLE.numbers(column).isMissing(1)).isTrue();
        }
    }

    @Test
    void shouldReadWholeNumbersAndMinorUnits() {
        assertThat(TABLE.wholes("age").get(0)).isEqualTo(40);
        assertThat(TABLE.wholes("pay").get(0)).isEqualTo(12_50);
        for (String column : List.of("age", "pay")) {
            assertThat(TABLE.wholes(column).isMissing(0)).isFalse();
            assertThat(TABLE.wholes(column).isMissing(1)).isTrue();
        }
    }

    @Test
    void shouldReadTextsAndTheirCodes() {
        CustomerTable.Texts cities = TABLE.texts("city");

        assertThat(cities.get(0)).isEqualTo("York");
        assertThat(cities.get(1)).isNull();
        assertThat(cities.code(0)).isEqualTo(1);
        assertThat(cities.code(1)).isEqualTo(CodeColumn.MISSING);
        assertThat(cities.codes()).isEqualTo(2);
        assertThat(cities.text(0)).isEqualTo("Bo");
        assertThat(cities.isMissing(0)).isFalse();
        assertThat(cities.isMissing(1)).isTrue();
    }

    @Test
    void shouldReadDatesAndFlags() {
        assertThat(TABLE.dates("born").epochDay(0)).isEqualTo(7);
        assertThat(TABLE.dates("born").isMissing(0)).isFalse();
        assertThat(TABLE.dates("born").isMissing(1)).isTrue();
        assertThat(TABLE.flags("member").get(0)).isTrue();
        assertThat(TABLE.flags("member").get(1)).isFalse();
        assertThat(TABLE.flags("member").get(2)).isFalse();
        assertThat(TABLE.flags("member").isMissing(0)).isFalse();
        assertThat(TABLE.flags("member").isMissing(1)).isTrue();
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                wrong(CustomerTable::numbers, "born", "numbers", "DateColumn"),
                wrong(CustomerTable::numbers, "city", "numbers", "CodeColumn"),
                wrong(CustomerTable::wholes, "height", "whole numbers", "NumberColumn"),
                wrong(CustomerTable::texts, "member", "texts", "FlagColumn"),
                wrong(CustomerTable::dates, "age", "dates", "WholeColumn"),
                wrong(CustomerTable::flags, "pay", "yes and no", "MoneyColumn"));
    }

    private static Arguments wrong(
            BiFunction<CustomerTable, String, Object> read, String column, String wanted, String kind) {
        return Arguments.of(read, column, wanted, kind);
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void shouldRefuseToReadAColumnOfAnotherType(
            BiFunction<CustomerTable, String, Object> read, String column, String wanted, String kind) {
        assertThatThrownBy(() -> read.apply(TABLE, column))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column %s does not hold %s but is a %s", column, wanted, kind);
    }

    @Test
    void shouldNameTheColumnsThereAre() {
        assertThatThrownBy(() -> TABLE.numbers("weight"))
                .hasMessage("There is no column weight to read; there are [height, age, pay, city, born, member]");
    }
}
