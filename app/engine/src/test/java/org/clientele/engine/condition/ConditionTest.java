package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final Map<String, Double> PARAMETERS = Map.of("lapse_days", 365.0);
    private static final Scope SCOPE = Scope.customer(Fixtures.retail(), PARAMETERS);

    /** Row 0 knows everything, row 1 nothing. */
    private static final Map<String, Column> COLUMNS = Map.of(
            "city", CodeColumn.of(Dictionary.of(List.of("上海", "York")), 0, -1),
            "gender", CodeColumn.of(Dictionary.of(List.of("woman", "man")), 0, -1),
            "age", WholeColumn.of(44, WholeColumn.MISSING),
            "height", NumberColumn.of(1.5, Double.NaN),
            "pay", MoneyColumn.of(2, 1010, MoneyColumn.MISSING),
            "member", FlagColumn.of((byte) 1, (byte) -1),
            "born", DateColumn.of((int) LocalDate.of(1990, 1, 31).toEpochDay(), DateColumn.MISSING),
            "frequency", WholeColumn.of(0, WholeColumn.MISSING),
            "monetary", MoneyColumn.of(2, 100_000, MoneyColumn.MISSING),
            "recency", WholeColumn.of(400, WholeColumn.MISSING));

    private static final Variables VARIABLES = new Variables() {
        @Override
        public @Nullable Column column(String name) {
            return COLUMNS.get(name);
        }

        @Override
        public @Nullable Double parameter(String name) {
            return PARAMETERS.get(name);
        }

        @Override
        public LocalDate asOf() {
            return LocalDate.of(1989, 12, 31);
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            true                                              ; HOLDS   ; HOLDS
            age >= 44                                         ; HOLDS   ; UNKNOWN
            days_until(born) == 31                            ; HOLDS   ; UNKNOWN
            days_until(born) < 31                             ; FAILS   ; UNKNOWN
            born <= in_days(31)                               ; HOLDS   ; UNKNOWN
            born <= in_days(30)                               ; FAILS   ; UNKNOWN
            born == in_months(1)                              ; HOLDS   ; UNKNOWN
            born > in_months(-1)                              ; HOLDS   ; UNKNOWN
            in_months(2) >= born                              ; HOLDS   ; UNKNOWN
            born in [in_days(31), in_months(12)]              ; HOLDS   ; UNKNOWN
            age > 44                                          ; FAILS   ; UNKNOWN
            44 < age                                          ; FAILS   ; UNKNOWN
            44 <= age                                         ; HOLDS   ; UNKNOWN
            age < 44.5                                        ; HOLDS   ; UNKNOWN
            age == 44.5                                       ; FAILS   ; UNKNOWN
            age != 44.5                                       ; HOLDS   ; UNKNOWN
            age in [1, 44]                                    ; HOLDS   ; UNKNOWN
            age in [1, 44.5]                                  ; FAILS   ; UNKNOWN
            age + 1 in [45]                                   ; HOLDS   ; UNKNOWN
            pay == 10.10                                      ; HOLDS   ; UNKNOWN
            pay >= 10.101                                     ; FAILS   ; UNKNOWN
            pay in [10.1]                                     ; HOLDS   ; UNKNOWN
            height * 2 == 3                                   ; HOLDS   ; UNKNOWN
            monetary / frequency > 0                          ; UNKNOWN ; UNKNOWN
            frequency == 0 || monetary / frequency > 10       ; HOLDS   ; UNKNOWN
            frequency != 0 && monetary / frequency > 10       ; FAILS   ; UNKNOWN
            monetary / frequency > 10 && frequency != 0       ; FAILS   ; UNKNOWN
            age > 100 && pay > 0                              ; FAILS   ; UNKNOWN
            false && pay > 0                                  ; FAILS   ; FAILS
            true || pay > 0                                   ; HOLDS   ; HOLDS
            !(age > 44)                                       ; HOLDS   ; UNKNOWN
            !(age > 44 && member)                             ; HOLDS   ; UNKNOWN
            member                                            ; HOLDS   ; UNKNOWN
            !member                                           ; FAILS   ; UNKNOWN
            member == false                                   ; FAILS   ; UNKNOWN
            member == (age > 3)                               ; HOLDS   ; UNKNOWN
            member != (age > 3)                               ; FAILS   ; UNKNOWN
            !(member == (age > 3))                            ; FAILS   ; UNKNOWN
            city == '上海'                                    ; HOLDS   ; UNKNOWN
            '上海' == city                                    ; HOLDS   ; UNKNOWN
            city != 'Nowhere'                                 ; HOLDS   ; UNKNOWN
            city in ['York', 'Leeds']                         ; FAILS   ; UNKNOWN
            !(city in ['York', 'Leeds'])                      ; HOLDS   ; UNKNOWN
            city.startsWith('上') && city.endsWith('海')      ; HOLDS   ; UNKNOWN
            city.contains('x')                                ; FAILS   ; UNKNOWN
            city == gender                                    ; FAILS   ; UNKNOWN
            (member ? city : gender) == '上海'                ; HOLDS   ; UNKNOWN
            missing(city)                                     ; FAILS   ; HOLDS
            !missing(city)                                    ; HOLDS   ; FAILS
            missing(city) || city == '上海'                   ; HOLDS   ; HOLDS
            born < date('1990-02-01')                         ; HOLDS   ; UNKNOWN
            born == date('1990-01-31')                        ; HOLDS   ; UNKNOWN
            born in [date('1990-01-31')]                      ; HOLDS   ; UNKNOWN
            member ? age > 3 : age > 100                      ; HOLDS   ; UNKNOWN
            !(member ? age > 3 : age > 100)                   ; FAILS   ; UNKNOWN
            (age > 50 ? 1 : 2) == 2                           ; HOLDS   ; UNKNOWN
            recency > lapse_days                              ; HOLDS   ; UNKNOWN
            recency > lapse_days * 2                          ; FAILS   ; UNKNOWN
            -age < -43                                        ; HOLDS   ; UNKNOWN
            1 < 2                                             ; HOLDS   ; HOLDS
            1 / 0 > 1                                         ; UNKNOWN ; UNKNOWN
            """)
    void shouldDecideInThreeValuedLogic(String expression, Truth known, Truth unknown) {
        Condition condition = bind(expression);

        assertThat(condition.truth(0)).isEqualTo(known);
        assertThat(condition.truth(1)).isEqualTo(unknown);
        assertThat(condition.holds(1)).isEqualTo(unknown == Truth.HOLDS);
        assertThat(condition.holding(2).get(0)).isEqualTo(known == Truth.HOLDS);
    }

    @Test
    void shouldExplainEachComparisonWithActualValueAndThreshold() {
        assertThat(bind("monetary >= 500 && !(recency > lapse_days)").explain(0))
                .containsExactly(
                        new Check(
                                "monetary",
                                new Value.Money(100_000, 2),
                                Operator.AT_LEAST,
                                List.of(new Value.Money(50_000, 2)),
                                null,
                                Truth.HOLDS,
                                0),
                        new Check(
                                "recency",
                                new Value.Whole(400),
                                Operator.AT_MOST,
                                List.of(new Value.Whole(365)),
                                "lapse_days",
                                Truth.FAILS,
                                0));
    }

    @Test
    void shouldExplainListsTextsDatesFlagsAndExpressions() {
        List<Check> checks = bind("!(city in ['York', 'Leeds']) && born < date('2000-01-01') && member"
                        + " && monetary / (age + 1) > 2.5 && 3 < height")
                .explain(0);

        assertThat(checks)
                .extracting(Check::subject)
                .containsExactly("city", "born", "member", "monetary / (age + 1)", "height");
        assertThat(checks.get(0).operator()).isEqualTo(Operator.NOT_IN);
        assertThat(checks.get(0).thresholds()).containsExactly(new Value.Text("York"), new Value.Text("Leeds"));
        assertThat(checks.get(1).threshold()).isEqualTo(new Value.Date(LocalDate.of(2000, 1, 1)));
        assertThat(checks.get(2).threshold()).isEqualTo(new Value.Flag(true));
        assertThat(checks.get(3).threshold()).isEqualTo(new Value.Decimal(2.5));
        assertThat(checks.get(4).operator()).isEqualTo(Operator.MORE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            monetary >= 2600                   ; monetary ; AT_LEAST ; Money[minor=260000, fractionDigits=2] ; Money[minor=160000, fractionDigits=2]
            monetary > 2600                    ; monetary ; AT_LEAST ; Money[minor=260001, fractionDigits=2] ; Money[minor=160001, fractionDigits=2]
            age < 18                           ; age      ; AT_MOST  ; Whole[number=17]                      ; Whole[number=-27]
            age > 44                           ; age      ; AT_LEAST ; Whole[number=45]                      ; Whole[number=1]
            height > 1.75                      ; height   ; MORE     ; Decimal[number=1.75]                  ; Decimal[number=0.25]
            recency <= lapse_days              ; recency  ; AT_MOST  ; Whole[number=365]                     ; Whole[number=-35]
            gender == 'man'                    ; gender   ; EQUAL    ; Text[text=man]                        ; MISSING
            age > 90 && age > 91 || age > 60 ; age      ; AT_LEAST ; Whole[number=61]                      ; Whole[number=17]
            """)
    void shouldSayWhatIsLacking(
            String expression, String subject, Operator operator, String target, String difference) {
        List<Gap> gaps = bind(expression).gaps(0);

        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.subject()).isEqualTo(subject);
            assertThat(gap.operator()).isEqualTo(operator);
            assertThat(gap.target()).hasToString(target);
            assertThat(gap.difference()).hasToString(difference);
        });
    }

    @Test
    void shouldLackNothingWhereTheConditionHoldsAndEverythingWhereItCannot() {
        assertThat(bind("age > 3").gaps(0)).isEmpty();
        assertThat(bind("false").gaps(0)).isNull();
        assertThat(bind("age > 100 && monetary > 5000").gaps(0)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            (age > 3 ? 1 : 2) == 2          ; …
            -age > 3                        ; -age
            -(age + 1) > 3                  ; -(age + 1)
            (age - 1.5) * 2.0 > 3.0         ; (age - 1.5) * 2.0
            days_until(born) > 3            ; days_until(born)
            age / frequency > 3             ; age / frequency
            """)
    void shouldShowWhatIsComputedAsItIsWritten(String expression, String subject) {
        assertThat(bind(expression).explain(0)).extracting(Check::subject).containsExactly(subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            age > 100                               ; true
            age > 3                                 ; false
            !missing(age) && age > 100              ; true
            missing(age)                            ; true
            age > 100 || city == 'York'             ; true
            !member                                 ; true
            """)
    void shouldFailByAValueThatIsKnown(String expression, boolean fails) {
        assertThat(bind(expression).failsByValue(0)).isEqualTo(fails);
        assertThat(bind(expression).failsByValue(1)).as("nothing is known").isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            age > 44 && member
            age > 44 || member
            city.startsWith('上')
            missing(city)
            age in [44, 45]
            member ? age > 3 : age > 100
            monetary / frequency > 0
            true
            """)
    void shouldHoldNegatedWhereItFails(String expression) {
        Condition condition = bind(expression);

        for (int row = 0; row < 2; row++) {
            Truth truth = condition.truth(row);
            Truth opposite = truth == Truth.UNKNOWN ? truth : truth == Truth.HOLDS ? Truth.FAILS : Truth.HOLDS;
            assertThat(condition.negated().truth(row)).isEqualTo(opposite);
        }
        assertThat(condition.holding(2).stream())
                .containsExactly(
                        IntStream.range(0, 2).filter(condition::holds).boxed().toArray(Integer[]::new));
        assertThat(condition.negated().holding(2).stream())
                .containsExactly(IntStream.range(0, 2)
                        .filter(row -> condition.truth(row) == Truth.FAILS)
                        .boxed()
                        .toArray(Integer[]::new));
    }

    @Test
    void shouldComputeFormulasAndLeaveWhatIsNotFiniteMissing() {
        assertThat(number("monetary / 8").at(0)).isEqualTo(125);
        assertThat(number("monetary / 8").at(1)).isNaN();
        assertThat(number("monetary / frequency").at(0)).isNaN();
        assertThat(number("age - 4 + 1 * 2").at(0)).isEqualTo(42);
        assertThat(number("-age").at(0)).isEqualTo(-44);
        assertThat(number("member ? age : 1").at(0)).isEqualTo(44);
        assertThat(number("member ? age : 1").at(1)).isNaN();
        assertThat(number("!member ? 1 : 2").at(0)).isEqualTo(2);
    }

    private static NumberExpression number(String expression) {
        return Conditions.bindNumber(
                Conditions.checked(expression, Scope.formula(Fixtures.retail(), Fixtures.METRICS), "test"), VARIABLES);
    }

    @Test
    void shouldNameTheVariableThatHasNoColumn() {
        assertThatThrownBy(() -> bind("tenure > 3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Variable tenure of \"tenure > 3\" needs a column of a number or date, found none:"
                        + " load every attribute that conditions name");
    }

    @Test
    void shouldRefuseWhatTheLanguageRefuses() {
        assertThatThrownBy(() -> Conditions.checked("agee > 3", SCOPE, "Model x, rule y"))
                .hasMessageStartingWith("Model x, rule y: the expression \"agee > 3\" was refused");
    }

    private static Condition bind(String expression) {
        return Conditions.bind(Conditions.checked(expression, SCOPE, "test"), VARIABLES);
    }
}
