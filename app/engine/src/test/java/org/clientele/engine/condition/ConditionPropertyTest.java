package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.definition.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random conditions over random columns, against an evaluator that goes row by row with boxed values. */
class ConditionPropertyTest {
    private static final int ROWS = 60;
    private static final int CONDITIONS = 150;
    private static final List<String> CITIES = List.of("ab", "abc", "bc", "c");
    private static final Scope SCOPE = Scope.customer(Fixtures.retail());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldAgreeWithARowByRowEvaluator(long seed) {
        Random random = new Random(seed);
        Map<String, Column> columns = columns(random);
        RandomConditions conditions = new RandomConditions(random, columns);
        for (int i = 0; i < CONDITIONS; i++) {
            RandomConditions.Part part = conditions.condition(4);
            Condition condition = Conditions.bind(Conditions.checked(part.text(), SCOPE, "test"), columns::get);
            for (int row = 0; row < ROWS; row++) {
                Object expected = part.value().at(row);
                Truth truth = expected == null ? Truth.UNKNOWN : (boolean) expected ? Truth.HOLDS : Truth.FAILS;
                assertThat(condition.truth(row))
                        .as("%s, row %d", part.text(), row)
                        .isEqualTo(truth);
                List<Gap> gaps = condition.gaps(row);
                assertThat(gaps != null && gaps.isEmpty())
                        .as("nothing lacks exactly where %s holds, row %d", part.text(), row)
                        .isEqualTo(truth == Truth.HOLDS);
            }
        }
    }

    private static Map<String, Column> columns(Random random) {
        long[] ages = new long[ROWS];
        long[] pays = new long[ROWS];
        double[] heights = new double[ROWS];
        byte[] members = new byte[ROWS];
        int[] cities = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            ages[row] = known(random) ? random.nextInt(6) - 1 : WholeColumn.MISSING;
            pays[row] = known(random) ? random.nextInt(500) : MoneyColumn.MISSING;
            heights[row] = known(random) ? random.nextInt(8) / 4.0 : Double.NaN;
            members[row] = known(random) ? (byte) random.nextInt(2) : -1;
            cities[row] = known(random) ? random.nextInt(CITIES.size()) : -1;
        }
        return Map.of(
                "age", WholeColumn.of(ages),
                "pay", MoneyColumn.of(2, pays),
                "height", NumberColumn.of(heights),
                "member", FlagColumn.of(members),
                "city", CodeColumn.of(Dictionary.of(CITIES), cities));
    }

    private static boolean known(Random random) {
        return random.nextInt(5) > 0;
    }
}
