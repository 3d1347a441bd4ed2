package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.engine.column.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {
    @ParameterizedTest
    @EnumSource
    void shouldBeFoundByItsSign(Operator operator) {
        assertThat(Operator.ofSymbol(operator.symbol())).isEqualTo(operator);
    }

    @Test
    void shouldRefuseASignThatNoOperatorHas() {
        assertThatThrownBy(() -> Operator.ofSymbol("<>")).hasMessage("No operator is written <>");
    }

    @ParameterizedTest
    @CsvSource({
        "LESS, AT_LEAST, MORE",
        "AT_MOST, MORE, AT_LEAST",
        "MORE, AT_MOST, LESS",
        "AT_LEAST, LESS, AT_MOST",
        "EQUAL, NOT_EQUAL, EQUAL",
        "NOT_EQUAL, EQUAL, NOT_EQUAL",
        "IN, NOT_IN, IN",
        "NOT_IN, IN, NOT_IN",
        "STARTS_WITH, NOT_STARTS_WITH, STARTS_WITH",
        "NOT_STARTS_WITH, STARTS_WITH, NOT_STARTS_WITH",
        "ENDS_WITH, NOT_ENDS_WITH, ENDS_WITH",
        "NOT_ENDS_WITH, ENDS_WITH, NOT_ENDS_WITH",
        "CONTAINS, NOT_CONTAINS, CONTAINS",
        "NOT_CONTAINS, CONTAINS, NOT_CONTAINS",
        "MISSING, PRESENT, MISSING",
        "PRESENT, MISSING, PRESENT",
        "ADDS, ADDS, ADDS",
        "NEAR, NEAR, NEAR"
    })
    void shouldKnowItsOppositeAndItsMirrorImage(Operator operator, Operator negated, Operator mirrored) {
        assertThat(operator.negated()).isEqualTo(negated);
        assertThat(operator.mirrored()).isEqualTo(mirrored);
    }

    @Test
    void shouldShowTheFirstThresholdOfACheck() {
        Value one = new Value.Whole(1);

        assertThat(check(Truth.HOLDS, one, new Value.Whole(2)).threshold()).isEqualTo(one);
        assertThat(check(Truth.HOLDS).threshold()).isEqualTo(Value.MISSING);
        assertThat(check(Truth.HOLDS).holds()).isTrue();
        assertThat(check(Truth.UNKNOWN).holds()).isFalse();
        assertThat(check(Truth.FAILS).holds()).isFalse();
    }

    private static Check check(Truth truth, Value... thresholds) {
        return new Check("age", new Value.Whole(3), Operator.IN, List.of(thresholds), null, truth, 0);
    }
}
