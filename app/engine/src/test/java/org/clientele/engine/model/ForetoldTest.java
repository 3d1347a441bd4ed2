package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.TestData;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.query.CustomerQuery;
import org.clientele.engine.query.SortBy;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clv;
import org.clientele.plugins.api.ModelDefinition.Matrix;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lifetime value foretells is a column like a metric: for conditions, the axes of a matrix, lists and suppositions. */
class ForetoldTest {
    private static final LocalDate DAY = LocalDate.of(1997, 9, 30);
    private static final Clv LIFETIME = new Clv(
            "lifetime",
            Fixtures.segments("high", "middle", "low"),
            null,
            "purchase",
            null,
            Clv.Purchases.BG_NBD,
            39,
            0.0,
            Tiers.Method.PERCENTILE,
            List.of(0.1, 0.4));
    private static final Rules RULES = new Rules(
            "promise",
            Fixtures.segments("promising", "lost"),
            null,
            Rules.Match.FIRST,
            List.of(
                    new ModelDefinition.Rule("promising", "value_lifetime > 50 && alive_lifetime >= 0.5", null),
                    new ModelDefinition.Rule("lost", "purchases_lifetime < 0.2", null)),
            null,
            true);
    private static final Matrix MATRIX = new Matrix(
            "potential",
            Fixtures.segments("keep", "grow", "hold", "leave"),
            null,
            new Matrix.Axis("monetary", Matrix.Method.PERCENTILE, List.of(0.5)),
            new Matrix.Axis("value_lifetime", Matrix.Method.PERCENTILE, List.of(0.5)),
            List.of(List.of("leave", "grow"), List.of("hold", "keep")));

    private static Snapshot snapshot;
    private static ClvResult lifetime;

    @BeforeAll
    static void compute() {
        VerticalDefinition vertical = Fixtures.vertical(Fixtures.METRICS, List.of(LIFETIME, RULES, MATRIX));
        VerticalColumns sample = TestData.columns(TestData.cdnowSample());
        snapshot = Snapshots.of(vertical)
                .compute(new VerticalColumns(vertical, 2, sample.customers(), sample.activities()), DAY);
        lifetime = (ClvResult) snapshot.result("lifetime");
    }

    private static Column column(String variable) {
        return Objects.requireNonNull(snapshot.column(variable), variable);
    }

    @Test
    void shouldBeTheNumbersThatTheModelShows() {
        Column value = column("value_lifetime");
        Column alive = column("alive_lifetime");
        Column purchases = column("purchases_lifetime");
        for (int customer = 0; customer < lifetime.size(); customer++) {
            assertThat(value.value(customer)).isEqualTo(lifetime.values().value(customer));
            assertThat(alive.value(customer).asDouble()).isEqualTo(lifetime.alive(customer));
            assertThat(purchases.value(customer).asDouble()).isEqualTo(lifetime.purchases(customer));
        }
        assertThat(snapshot.column("alive_lifetime")).as("computed once").isSameAs(alive);
        assertThat(snapshot.column("risk_lifetime")).isNull();
    }

    @Test
    void shouldDecideRulesOfLaterModels() {
        ModelResult rules = snapshot.result("promise");
        for (int customer = 0; customer < rules.size(); customer++) {
            boolean promising = lifetime.values().value(customer).asDouble() > 50 && lifetime.alive(customer) >= 0.5;
            assertThat(rules.segment(customer) == 0).isEqualTo(promising);
        }
        assertThat(IntStream.range(0, rules.size()).filter(customer -> rules.segment(customer) == 0))
                .isNotEmpty();
    }

    @Test
    void shouldBeAnAxisOfAMatrix() {
        MatrixResult matrix = (MatrixResult) snapshot.result("potential");
        int best = CustomerQuery.all(snapshot)
                .page(SortBy.descending("value_lifetime"), 0, 1)
                .customers()[0];
        assertThat(matrix.column(best)).isEqualTo(1);
        assertThat(IntStream.range(0, matrix.size()).map(matrix::column).sum()).isBetween(1, matrix.size() - 1);
    }

    @Test
    void shouldBeSupposedOtherwise() {
        int lost = IntStream.range(0, lifetime.size())
                .filter(customer -> snapshot.result("promise").segment(customer) == 1)
                .findFirst()
                .orElseThrow();
        ModelResult supposed = snapshot.whatIf(
                "promise",
                lost,
                Map.of("value_lifetime", new Value.Money(900_00, 2), "alive_lifetime", new Value.Decimal(0.9)));
        assertThat(supposed.segment(lost)).isZero();
    }
}
