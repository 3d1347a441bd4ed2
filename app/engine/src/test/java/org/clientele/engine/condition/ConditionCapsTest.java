package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody types can be long, deep and dear; up to the caps it is computed, beyond them refused. */
class ConditionCapsTest {
    private static final Scope SCOPE = Scope.customer(Fixtures.retail());
    private static final Map<String, Column> COLUMNS = Map.of("age", WholeColumn.of(7, WholeColumn.MISSING));

    private static Condition bind(String text) {
        return Conditions.bind(Conditions.checked(text, SCOPE, "test"), COLUMNS::get);
    }

    private static String repeated(int times, String part, String between) {
        return String.join(between, Collections.nCopies(times, part));
    }

    @Test
    void shouldComputeTheLongestListAndRefuseALongerOne() {
        String most = "age in [%s, 7]".formatted(repeated(ConditionLanguage.MAX_LIST - 1, "1", ", "));

        assertThat(bind(most).truth(0)).isEqualTo(Truth.HOLDS);
        assertThat(bind(most).truth(1)).isEqualTo(Truth.UNKNOWN);
        assertThatThrownBy(() -> bind("age in [%s]".formatted(repeated(ConditionLanguage.MAX_LIST + 1, "1", ", "))))
                .hasMessageContaining("EXPRESSION_LIST");
    }

    @Test
    void shouldComputeALongExpressionAndRefuseALongerOne() {
        String within = repeated(25, "(" + repeated(12, "age==1", "||") + "||age==7)", "&&");

        assertThat(within.length()).isBetween(2_300, ConditionLanguage.MAX_LENGTH);
        assertThat(bind(within).truth(0)).isEqualTo(Truth.HOLDS);
        assertThatThrownBy(() -> bind("age == 1" + " ".repeat(ConditionLanguage.MAX_LENGTH)))
                .hasMessageContaining("EXPRESSION_TOO_LONG");
    }

    @Test
    void shouldComputeADeepExpressionAndRefuseADeeperOne() {
        String within = "!(".repeat(20) + "age == 7" + ")".repeat(20);

        assertThat(bind(within).truth(0)).isEqualTo(Truth.HOLDS);
        assertThatThrownBy(() -> bind("!(".repeat(100) + "age == 7" + ")".repeat(100)))
                .hasMessageContaining("EXPRESSION_TOO_DEEP");
    }

    /** A row costs no more than each comparison once, so that the cap on length is one on cost. */
    @Test
    void shouldLookAtEachComparisonAtMostOnce() {
        AtomicInteger looks = new AtomicInteger();
        Variables counting = new Variables() {
            @Override
            public @Nullable Column column(String name) {
                return null;
            }

            @Override
            public RowNumber computed(String name) {
                return row -> {
                    looks.incrementAndGet();
                    return 7;
                };
            }
        };
        String text = repeated(15, "(" + repeated(20, "age==1", "||") + "||age==7)", "&&");
        Condition condition = Conditions.bind(Conditions.checked(text, SCOPE, "test"), counting);

        assertThat(condition.truth(0)).isEqualTo(Truth.HOLDS);
        assertThat(looks.get()).isEqualTo(15 * 21);
    }
}
