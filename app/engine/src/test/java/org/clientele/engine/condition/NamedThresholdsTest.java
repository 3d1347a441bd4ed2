package org.clientele.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.WholeColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamedThresholdsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final WholeColumn AGE = WholeColumn.of(1, 2);
    private static final HistoryColumns HISTORY =
            HistoryColumns.builder(List.of("gold")).build();
    private static final ActivityColumns ROWS =
            ActivityColumns.none(CustomerColumns.builder(List.of(), 2).build(), Fixtures.PURCHASE, 2);

    /** Knows one of each. */
    private static final Variables ONE_OF_EACH = new Variables() {
        @Override
        public @Nullable Column column(String name) {
            return name.equals("age") ? AGE : null;
        }

        @Override
        public LocalDate asOf() {
            return DAY;
        }

        @Override
        public @Nullable Double parameter(String name) {
            return 1.0;
        }

        @Override
        public @Nullable RowNumber computed(String name) {
            return name.equals("days") ? row -> row + 7 : null;
        }

        @Override
        public @Nullable ActivityColumns activity(String id) {
            return id.equals("purchase") ? ROWS : null;
        }

        @Override
        public @Nullable HistoryColumns history(String name) {
            return name.equals("segment") ? HISTORY : null;
        }

        @Override
        public int[] places(HistoryColumns history) {
            return new int[] {3, 4};
        }
    };

    @Test
    void shouldTakeEverythingButThresholdsFromTheVariables() {
        NamedThresholds named = new NamedThresholds(ONE_OF_EACH, Map.of("lapse_days", 365.0));

        assertThat(named.parameter("lapse_days")).isEqualTo(365.0);
        assertThat(named.parameter("age")).isNull();
        assertThat(named.column("age")).isSameAs(AGE);
        assertThat(named.column("lapse_days")).isNull();
        assertThat(named.asOf()).isEqualTo(DAY);
        assertThat(named.computed("days")).isNotNull();
        assertThat(named.computed("age")).isNull();
        assertThat(named.activity("purchase")).isSameAs(ROWS);
        assertThat(named.activity("visit")).isNull();
        assertThat(named.history("segment")).isSameAs(HISTORY);
        assertThat(named.places(HISTORY)).containsExactly(3, 4);
    }

    @Test
    void shouldSayWhatVariablesOfTheirOwnCannotTell() {
        Variables columns = name -> null;

        assertThat(columns.parameter("age")).isNull();
        assertThat(columns.activity("purchase")).isNull();
        assertThat(columns.history("age")).isNull();
        assertThat(columns.computed("age")).isNull();
        assertThat(columns.remembered()).isNull();
        assertThatThrownBy(columns::asOf).hasMessageContaining("counts days from an as-of date");
        assertThatThrownBy(() -> columns.places(HISTORY)).hasMessage("These rows have no history");
    }
}
