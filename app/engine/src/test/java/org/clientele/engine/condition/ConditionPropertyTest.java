package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand random conditions over random columns, against an evaluator that goes row by row with boxed values. */
class ConditionPropertyTest {
    private static final int ROWS = 40;
    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 31);
    private static final int CONDITIONS = 2_500;
    private static final List<String> CITIES = List.of("ab", "abc", "bc", "c", "man");
    private static final List<String> GENDERS = List.of("man", "woman");
    private static final Scope SCOPE = Scope.member(Fixtures.retail());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldAgreeWithARowByRowEvaluator(long seed) {
        Random random = new Random(seed);
        Map<String, Column> columns = new HashMap<>(columns(random));
        RandomActivities activities = new RandomActivities(random, AS_OF, ROWS);
        List<RandomHistories> histories = List.of(
                RandomHistories.segments(random, AS_OF, ROWS),
                RandomHistories.choices(random, AS_OF, ROWS),
                RandomHistories.flags(random, AS_OF, ROWS));
        Map<String, HistoryColumns> past = new HashMap<>();
        for (RandomHistories history : histories) {
            columns.put(history.name(), history.today());
            past.put(history.name(), history.columns());
        }
        Variables variables = variables(columns, activities.columns(), past, null);
        Variables remembering = variables(columns, activities.columns(), past, new Remembered());
        RandomConditions conditions = new RandomConditions(random, columns, AS_OF, activities, histories);
        for (int i = 0; i < CONDITIONS; i++) {
            RandomConditions.Part part = conditions.condition(4);
            Condition condition = Conditions.bind(Conditions.checked(part.text(), SCOPE, "test"), variables);
            BitSet holding = condition.holding(ROWS);
            assertThat(Conditions.bind(Conditions.checked(part.text(), SCOPE, "test"), remembering)
                            .holding(ROWS))
                    .as(part.text())
                    .isEqualTo(holding);
            for (int row = 0; row < ROWS; row++) {
                Object expected = part.value().at(row);
                Truth truth = expected == null ? Truth.UNKNOWN : (boolean) expected ? Truth.HOLDS : Truth.FAILS;
                List<Gap> gaps = condition.gaps(row);
                boolean agrees = condition.truth(row) == truth
                        && holding.get(row) == (truth == Truth.HOLDS)
                        && (gaps != null && gaps.isEmpty()) == (truth == Truth.HOLDS);
                assertThat(agrees)
                        .as(
                                "%s, row %d: expected %s, found %s, holding %s, lacking %s",
                                part.text(), row, truth, condition.truth(row), holding.get(row), gaps)
                        .isTrue();
            }
        }
    }

    private static Variables variables(
            Map<String, Column> columns,
            ActivityColumns purchases,
            Map<String, HistoryColumns> past,
            @Nullable Remembered remembered) {
        return new Variables() {
            @Override
            public @Nullable Remembered remembered() {
                return remembered;
            }

            @Override
            public @Nullable ActivityColumns activity(String id) {
                return id.equals("purchase") ? purchases : null;
            }

            @Override
            public @Nullable HistoryColumns history(String name) {
                return past.get(name);
            }

            @Override
            public int[] places(HistoryColumns history) {
                CustomerColumns.Builder customers = CustomerColumns.builder(List.of(), 2);
                for (int row = 0; row < ROWS; row++) {
                    customers.customer(row);
                }
                return history.places(customers.build());
            }

            @Override
            public @Nullable Column column(String name) {
                return columns.get(name);
            }

            @Override
            public LocalDate asOf() {
                return AS_OF;
            }
        };
    }

    private static Map<String, Column> columns(Random random) {
        long[] ages = new long[ROWS];
        long[] pays = new long[ROWS];
        double[] heights = new double[ROWS];
        byte[] members = new byte[ROWS];
        int[] cities = new int[ROWS];
        int[] genders = new int[ROWS];
        int[] born = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            ages[row] = known(random) ? random.nextInt(6) - 1 : WholeColumn.MISSING;
            pays[row] = known(random) ? random.nextInt(500) : MoneyColumn.MISSING;
            heights[row] = known(random) ? random.nextInt(8) / 4.0 : Double.NaN;
            members[row] = known(random) ? (byte) random.nextInt(2) : -1;
            genders[row] = known(random) ? random.nextInt(GENDERS.size()) : -1;
            born[row] = known(random) ? (int) AS_OF.toEpochDay() + random.nextInt(80) - 40 : DateColumn.MISSING;
            cities[row] = known(random) ? random.nextInt(CITIES.size()) : -1;
        }
        return Map.of(
                "age", WholeColumn.of(ages),
                "pay", MoneyColumn.of(2, pays),
                "height", NumberColumn.of(heights),
                "member", FlagColumn.of(members),
                "born", DateColumn.of(born),
                "gender", CodeColumn.of(Dictionary.of(GENDERS), genders),
                "city", CodeColumn.of(Dictionary.of(CITIES), cities));
    }

    private static boolean known(Random random) {
        return random.nextInt(5) > 0;
    }
}
