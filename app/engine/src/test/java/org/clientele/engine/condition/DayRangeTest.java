package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.plugins.definition.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRangeTest {
    private static final int AS_OF = 1_000;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            days_ago <= 30                                   ; 970         ; 2147483647
            days_ago < 30                                    ; 971         ; 2147483647
            days_ago >= 30                                   ; -2147483648 ; 970
            days_ago > 30                                    ; -2147483648 ; 969
            30 >= days_ago                                   ; 970         ; 2147483647
            30 > days_ago                                    ; 971         ; 2147483647
            30 <= days_ago                                   ; -2147483648 ; 970
            30 < days_ago                                    ; -2147483648 ; 969
            days_ago >= 10 && days_ago <= 30                 ; 970         ; 990
            days_ago <= 30 && (days_ago >= 5 && 10 <= days_ago) && days_ago < 90 ; 970 ; 990
            """)
    void shouldFindTheDaysThatAConditionAllows(String condition, int firstDay, int lastDay) {
        DayRange range = range(condition);

        assertThat(range.firstDay(AS_OF)).isEqualTo(firstDay);
        assertThat(range.lastDay(AS_OF)).isEqualTo(lastDay);
        assertThat(range.rest()).isEmpty();
        assertThat(range.bind(new RowVariables(rows(), "", LocalDate.ofEpochDay(AS_OF))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            days_ago == 30
            days_ago != 30
            30 == days_ago
            days_ago <= quantity
            days_ago <= 30.5
            days_ago + 1 <= 30
            days_ago <= 30 || gift
            !(days_ago <= 30)
            gift
            """)
    void shouldLeaveWhatIsNoRangeToBeTested(String condition) {
        DayRange range = range(condition);

        assertThat(range.firstDay(AS_OF)).isEqualTo(Integer.MIN_VALUE);
        assertThat(range.lastDay(AS_OF)).isEqualTo(Integer.MAX_VALUE);
        assertThat(range.rest()).isNotEmpty();
    }

    @Test
    void shouldBindTheRestOfTheCondition() {
        DayRange range = range("gift && days_ago <= 30 && amount > 2.0");
        Condition rest = Objects.requireNonNull(range.bind(new RowVariables(rows(), "", LocalDate.ofEpochDay(AS_OF))));

        assertThat(range.firstDay(AS_OF)).isEqualTo(970);
        assertThat(rest.holds(0)).as("a gift, 3.00").isTrue();
        assertThat(rest.holds(1)).as("a gift, 1.00").isFalse();
        assertThat(rest.holds(2)).as("no gift").isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            gift && days_ago <= 30        ; days_ago > 7 && gift              ; true
            amount > 2.0                  ; amount > 2.0                      ; true
            amount > 2.0                  ; amount > 2.5                      ; false
            amount > 2.0                  ; amount >= 2.0                     ; false
            amount > 2.0                  ; weight > 2.0                      ; false
            category == 'a'               ; category == 'b'                   ; false
            category in ['a', 'b']        ; category in ['a', 'b']            ; true
            category in ['a', 'b']        ; category in ['a,1:b']             ; false
            category in ['a', 'b']        ; category in ['b', 'a']            ; false
            category.startsWith('a')      ; category.startsWith('a')          ; true
            category.startsWith('a')      ; invoice.startsWith('a')           ; false
            category.startsWith('a')      ; category.endsWith('a')            ; false
            gift && amount > 2.0          ; amount > 2.0 && gift              ; false
            """)
    void shouldNameTheSameRestAlikeAndNoOther(String one, String other, boolean same) {
        assertThat(range(one).rest().equals(range(other).rest())).isEqualTo(same);
    }

    @Test
    void shouldSeeTheFieldsOfRowsByTheirPrefix() {
        RowVariables rows = new RowVariables(rows(), "purchase.", LocalDate.ofEpochDay(AS_OF));

        assertThat(rows.column("purchase.amount")).isNotNull();
        assertThat(rows.column("amount")).isNull();
        assertThat(Objects.requireNonNull(rows.computed("purchase.days_ago")).at(0))
                .isEqualTo(10);
        assertThat(rows.computed("days_ago")).isNull();
        assertThat(rows.asOf()).isEqualTo(LocalDate.ofEpochDay(AS_OF));
    }

    private static DayRange range(String condition) {
        return DayRange.of(Conditions.checked(condition, Scope.activity(Fixtures.PURCHASE), "test"));
    }

    private static ActivityColumns rows() {
        CustomerColumns customers =
                CustomerColumns.builder(List.of(), 2).customer(1).build();
        ActivityColumns.Builder rows = ActivityColumns.builder(
                customers, Fixtures.PURCHASE, Set.of("amount", "gift", "quantity", "weight"), 2);
        long[][] given = {{990, 3_00, 1}, {991, 1_00, 1}, {992, 3_00, 0}};
        for (long[] row : given) {
            rows.row(1, (int) row[0]);
            rows.money(rows.ordinal("amount"), row[1]);
            rows.flag(rows.ordinal("gift"), row[2] == 1);
        }
        return rows.build();
    }
}
