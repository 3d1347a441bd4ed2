package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.engine.Fixtures.segments;

import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.condition.Operator;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.ModelDefinition.Rules;
import org.clientele.plugins.api.ModelDefinition.Rules.Match;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final List<Rule> RULES = List.of(
            new Rule("small", "monetary < 100 && frequency > 0", null),
            new Rule("big", "monetary >= 1000", null),
            new Rule("often", "frequency >= 3", null));

    private static Rules rules(Match match, @Nullable String otherwise) {
        return new Rules("r", segments("big", "often", "small", "rest"), null, match, RULES, otherwise);
    }

    private static ModelFixture customers() {
        return new ModelFixture()
                .customer(10, 4, 2_000_00)
                .customer(10, 4, 500_00)
                .customer(10, 4, 50_00)
                .customer(10, 1, 500_00)
                .without(0)
                .absent(1, 9, 9_000_00);
    }

    private static ModelResult evaluate(ModelDefinition model, ModelFixture fixture) {
        return ModelEngine.evaluate(model, fixture.context());
    }

    private static List<Integer> segmentsOf(ModelResult result) {
        return IntStream.range(0, result.size()).mapToObj(result::segment).toList();
    }

    @Test
    void shouldTakeTheFirstRuleThatHolds() {
        assertThat(segmentsOf(evaluate(rules(Match.FIRST, "rest"), customers())))
                .containsExactly(0, 1, 2, 3, 3, -1);
        assertThat(segmentsOf(evaluate(rules(Match.FIRST, null), customers()))).containsExactly(0, 1, 2, -1, -1, -1);
    }

    @Test
    void shouldLabelWithEveryRuleThatHolds() {
        ModelResult result = evaluate(rules(Match.ALL, "rest"), customers());

        assertThat(segmentsOf(result)).containsExactly(0, 1, 1, 3, 3, -1);
        assertThat(result.isMember(0, 1)).isTrue();
        assertThat(result.isMember(2, 2)).isTrue();
        assertThat(result.counts()).containsExactly(1, 3, 1, 2);
        assertThat(result.members(1).stream()).containsExactly(0, 1, 2);
        assertThat(result.members(ModelResult.NONE).stream()).containsExactly(5);
        assertThat(result.reason(2, 2).checks()).extracting(Check::subject).containsExactly("monetary", "frequency");
        assertThatThrownBy(() -> result.reason(3, 0))
                .hasMessage("Customer 3 is not in segment 0 of model r: ask isMember first");
    }

    @Test
    void shouldExplainByTheRuleThatDecided() {
        Reason reason = evaluate(rules(Match.FIRST, "rest"), customers()).reason(1);

        assertThat(reason.segment()).isEqualTo("often");
        assertThat(reason.checks()).singleElement().satisfies(check -> {
            assertThat(check.actual()).isEqualTo(new Value.Whole(4));
            assertThat(check.threshold()).isEqualTo(new Value.Whole(3));
            assertThat(check.holds()).isTrue();
        });
        assertThat(reason.better())
                .isEqualTo(new Reason.Better(
                        "big",
                        List.of(new Gap(
                                "monetary",
                                Operator.AT_LEAST,
                                new Value.Money(1_000_00, 2),
                                new Value.Money(500_00, 2)))));
    }

    @Test
    void shouldExplainTheRestByWhatRuledTheOthersOut() {
        Reason reason = evaluate(rules(Match.FIRST, "rest"), customers()).reason(3);

        assertThat(reason.segment()).isEqualTo("rest");
        assertThat(reason.checks())
                .allMatch(Check::holds)
                .extracting(check -> check.subject() + " " + check.operator().symbol())
                .containsExactly("monetary >=", "monetary <", "frequency <");
    }

    @Test
    void shouldTellNobodyToHaveBoughtLess() {
        Reason reason = evaluate(rules(Match.FIRST, "rest"), customers()).reason(4);
        assertThat(reason.better()).isNotNull();

        ModelDefinition.LifeCycle cycle = new ModelDefinition.LifeCycle(
                "c",
                segments("fresh", "old"),
                null,
                java.util.Map.of("days", 30.0),
                List.of(new Rule("fresh", "tenure <= days", null), new Rule("old", "true", null)));
        Reason old = evaluate(cycle, new ModelFixture().customer(60, 1, 1)).reason(0);
        assertThat(old.segment()).isEqualTo("old");
        assertThat(old.better()).isNull();
        assertThat(old.checks()).singleElement().satisfies(check -> assertThat(check.parameter())
                .isEqualTo("days"));
    }

    @Test
    void shouldAskForWhatTheRuleThatDecidedMustNotSeeAnyMore() {
        ModelResult result = evaluate(
                Fixtures.LIFE_CYCLE, new ModelFixture().customer(400, 1, 1).customer(200, 1, 1));

        assertThat(result.reason(0).segment()).isEqualTo("lapsed");
        assertThat(result.reason(0).better())
                .as("one purchase away, but two purchases are not fresh")
                .isEqualTo(new Reason.Better(
                        "growing",
                        List.of(new Gap("recency", Operator.AT_MOST, new Value.Whole(180), new Value.Whole(-220)))));
        assertThat(result.reason(1).better())
                .isEqualTo(new Reason.Better(
                        "growing",
                        List.of(new Gap("recency", Operator.AT_MOST, new Value.Whole(180), new Value.Whole(-20)))));
    }

    @Test
    void shouldExplainTheStageOfTheRestByTheTightestBounds() {
        ModelResult result = evaluate(Fixtures.LIFE_CYCLE, new ModelFixture().customer(100, 2, 1));

        assertThat(result.reason(0).segment()).isEqualTo("growing");
        assertThat(result.reason(0).checks())
                .allMatch(Check::holds)
                .extracting(check -> check.subject() + " " + check.operator().symbol() + " " + check.parameter())
                .containsExactly(
                        "frequency != null",
                        "recency <= decline_days",
                        "frequency != null",
                        "tenure > fresh_days",
                        "frequency < mature_orders");
    }

    @Test
    void shouldNameTheMissingValueOfWhoIsInNoSegment() {
        Rules ages = new Rules(
                "ages",
                segments("old", "young"),
                null,
                Match.FIRST,
                List.of(new Rule("young", "recency < 45", null), new Rule("old", "recency >= 45", null)),
                null);

        Reason reason = evaluate(ages, new ModelFixture().without(0)).reason(0);

        assertThat(reason.segment()).isNull();
        assertThat(reason.checks()).singleElement().satisfies(check -> {
            assertThat(check.subject()).isEqualTo("recency");
            assertThat(check.operator()).isEqualTo(Operator.PRESENT);
            assertThat(check.holds()).isFalse();
        });
    }

    @Test
    void shouldPutEveryCustomerIntoOneStageOfLife() {
        ModelResult result = evaluate(
                Fixtures.LIFE_CYCLE,
                new ModelFixture()
                        .without(0)
                        .customer(366, 9, 1)
                        .customer(365, 9, 1)
                        .customer(90, 1, 1)
                        .customer(91, 1, 1)
                        .customer(0, 5, 1)
                        .customer(0, 4, 1));

        assertThat(IntStream.range(0, 7).mapToObj(c -> result.reason(c).segment()))
                .containsExactly("potential", "lapsed", "declining", "fresh", "growing", "mature", "growing");
    }

    @Test
    void shouldRefuseARuleThatLeadsNowhere() {
        Rules model = new Rules("r", segments("a"), null, Match.FIRST, List.of(new Rule("b", "true", null)), null);

        assertThatThrownBy(() -> evaluate(model, customers())).hasMessageContaining("Model r has no segment b");
    }

    @Test
    void shouldSeeTheSegmentsOfModelsBefore() {
        Rules first = rules(Match.FIRST, null);
        Rules second = new Rules(
                "s",
                segments("known", "unknown"),
                null,
                Match.FIRST,
                List.of(new Rule("known", "segment_r in [\"big\", \"often\"]", null)),
                "unknown");
        ModelContext context = customers().context();
        ModelResult result = PreparedModel.of(second, Fixtures.retail().withModels(List.of(first, second)))
                .evaluate(context.with(ModelEngine.evaluate(first, context)));

        assertThat(segmentsOf(result)).containsExactly(0, 0, 1, 1, 1, -1);
        assertThat(result.reason(0).checks())
                .extracting(Check::subject, Check::actual)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("segment_r", new Value.Text("big")));
    }
}
