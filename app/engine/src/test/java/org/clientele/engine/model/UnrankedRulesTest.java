package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

/** Nobody is told to grow younger. */
class UnrankedRulesTest {
    private static final List<Rule> RULES =
            List.of(new Rule("young", "age < 45", null), new Rule("old", "age >= 45", null));

    @Test
    void shouldNameNoBetterSegmentWhereNoneIsBetter() {
        Reason reason = reason(false);

        assertThat(reason.segment()).isEqualTo("old");
        assertThat(reason.checks()).hasSize(1);
        assertThat(reason.best()).isFalse();
        assertThat(reason.better()).isNull();
    }

    @Test
    void shouldNameTheBetterSegmentOfRankedRules() {
        assertThat(reason(true).better()).isNotNull().satisfies(better -> assertThat(better.segment())
                .isEqualTo("young"));
    }

    private static Reason reason(boolean ranked) {
        ModelDefinition ages = new ModelDefinition.Rules(
                "ages",
                Fixtures.segments("young", "old"),
                null,
                ModelDefinition.Rules.Match.FIRST,
                RULES,
                null,
                ranked);
        VerticalDefinition vertical = Fixtures.vertical(Fixtures.METRICS, List.of(ages));
        CustomerColumns.Builder builder = CustomerColumns.builder(
                vertical.attributes().stream().map(Field::of).toList(), 2);
        builder.customer(1);
        builder.whole(builder.ordinal("age"), 45);
        CustomerColumns customers = builder.build();
        ActivityColumns none = ActivityColumns.none(customers, Fixtures.PURCHASE, 2);
        VerticalColumns columns = new VerticalColumns(vertical, 2, customers, Map.of("purchase", none));
        return Snapshots.of(vertical)
                .compute(columns, LocalDate.of(2026, 11, 22))
                .result("ages")
                .reason(0);
    }
}
