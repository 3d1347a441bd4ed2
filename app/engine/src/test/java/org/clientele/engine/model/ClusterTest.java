package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.cluster.ClusterProfile;
import org.clientele.engine.cluster.Clustering;
import org.clientele.engine.cluster.FrozenRules;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Operator;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clusters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Groups of like customers as a model of a vertical. */
class ClusterTest {
    private static final Clusters MODEL = model(null, 3, List.of());

    private static Clusters model(@Nullable String population, int count, List<ModelDefinition.Rule> frozen) {
        return new Clusters(
                "groups",
                Fixtures.segments("a", "b", "c", "d", "e"),
                null,
                population,
                List.of("recency", "frequency", "monetary"),
                count,
                1,
                frozen,
                Map.of());
    }

    private record Kind(int customers, long recency, long frequency, long monetary) {}

    /** Thirty who buy little, twenty who buy often, ten who spend much; a few units apart within each. */
    private static final List<Kind> KINDS =
            List.of(new Kind(30, 300, 3, 2_000), new Kind(20, 20, 30, 50_000), new Kind(10, 60, 8, 900_000));

    private static List<long[]> rows() {
        Random random = new Random(3);
        List<long[]> rows = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (int i = 0; i < kind.customers(); i++) {
                rows.add(new long[] {
                    kind.recency() + random.nextInt(9),
                    kind.frequency() + random.nextInt(2),
                    kind.monetary() + random.nextInt(500)
                });
            }
        }
        return rows;
    }

    private static ModelFixture fixture(List<long[]> rows) {
        ModelFixture fixture = new ModelFixture();
        rows.forEach(row -> fixture.customer(row[0], row[1], row[2]));
        return fixture;
    }

    private static ModelResult result(Clusters model, ModelContext context) {
        return PreparedModel.of(model, context.definition()).evaluate(context);
    }

    private static ClusterResult groups(ModelFixture fixture) {
        return (ClusterResult) result(MODEL, fixture.context());
    }

    @Test
    void shouldPutLikeCustomersTogetherTheLargestGroupFirst() {
        ClusterResult result = groups(fixture(rows()));

        assertThat(result.counts()).containsExactly(30, 20, 10, 0, 0);
        assertThat(IntStream.range(0, 30).map(result::segment)).containsOnly(0);
        assertThat(IntStream.range(30, 50).map(result::segment)).containsOnly(1);
        assertThat(result.training().spread()).isGreaterThan(0.95);
        assertThat(result.training().rows()).isEqualTo(60);
        ClusterProfile much = result.training().profiles().get(2);
        assertThat(much.traits().getFirst().column()).isEqualTo("monetary");
        assertThat(much.traits().getFirst().mean()).isCloseTo(9_000, within(10.0));
    }

    @Test
    void shouldSayOfWhichGroupACustomerIsNear() {
        ClusterResult result = groups(fixture(rows()));
        Reason reason = result.reason(59);

        assertThat(reason.segment()).isEqualTo("c");
        assertThat(reason.better()).isNull();
        assertThat(reason.best()).isFalse();
        assertThat(reason.checks().getFirst()).satisfies(check -> {
            assertThat(check.subject()).isEqualTo("monetary");
            assertThat(check.operator()).isEqualTo(Operator.NEAR);
            assertThat(check.threshold().asDouble()).isCloseTo(9_002, within(10.0));
        });
        assertThat(ReasonCodec.decode(ReasonCodec.encode(reason))).isEqualTo(reason);
    }

    @Test
    void shouldNotDependOnTheScaleOfAColumn() {
        List<long[]> cents = rows();
        cents.forEach(row -> row[2] *= 1_000);

        assertThat(groups(fixture(cents)).segments())
                .isEqualTo(groups(fixture(rows())).segments());
    }

    @Test
    void shouldNotDependOnTheOrderOfCustomers() {
        List<long[]> shuffled = rows();
        Collections.shuffle(shuffled, new Random(5));
        ClusterResult result = groups(fixture(shuffled));

        assertThat(result.counts()).containsExactly(30, 20, 10, 0, 0);
        for (int customer = 0; customer < result.size(); customer++) {
            long monetary = shuffled.get(customer)[2];
            assertThat(result.segment(customer)).isEqualTo(monetary < 10_000 ? 0 : monetary < 100_000 ? 1 : 2);
        }
    }

    @Test
    void shouldLeaveOutWhoLacksAValueAndWhoIsNotConcerned() {
        ModelFixture fixture = fixture(rows()).without(10).absent(10, 2, 100);
        ClusterResult result = groups(fixture);

        assertThat(result.segment(60)).isEqualTo(ModelResult.NONE);
        assertThat(result.reason(60).checks())
                .extracting(check -> check.subject() + " " + check.holds())
                .contains("recency false");
        assertThat(result.segment(61)).isEqualTo(ModelResult.NONE);
        assertThat(result.reason(61).checks()).isEmpty();
        ClusterResult rich = (ClusterResult) result(model("monetary > 100.0", 2, List.of()), fixture.context());
        assertThat(rich.counts()).containsExactly(20, 10, 0, 0, 0);
        assertThat(rich.reason(0).checks().getFirst().subject()).isEqualTo("monetary");
    }

    @Test
    void shouldRefuseNobodyASingleCustomerAndCustomersWhoAreAllTheSame() {
        assertThat(groups(new ModelFixture()).training().refusal())
                .isEqualTo(new Clustering.Refused(Clustering.Refusal.TOO_FEW_ROWS, 0, 6));
        assertThat(groups(new ModelFixture().customer(1, 2, 3)).training().refusal())
                .isEqualTo(new Clustering.Refused(Clustering.Refusal.TOO_FEW_ROWS, 1, 6));
        ModelFixture same = new ModelFixture();
        IntStream.range(0, 40).forEach(i -> same.customer(10, 2, 500));
        assertThat(groups(same).training().refusal())
                .isEqualTo(new Clustering.Refused(Clustering.Refusal.SAME_EVERYWHERE, 0, 1));
        assertThat(groups(same).counts()).containsOnly(0);
        assertThat(groups(same).reason(0).checks())
                .allMatch(check -> check.actual().equals(Value.MISSING));
    }

    @Test
    void shouldApplyWhatWasFoundWithoutLookingAgain() {
        ModelContext before = fixture(rows()).context();
        ClusterResult found = (ClusterResult) result(MODEL, before);
        List<long[]> moved = rows();
        moved.set(0, new long[] {20, 30, 50_000});
        PreparedModel model = PreparedModel.of(MODEL, before.definition());
        ClusterResult later = (ClusterResult) model.evaluate(
                fixture(moved).context(), new Experience(Map.of("groups", found), Experience.When.ALWAYS));
        ClusterResult same = (ClusterResult) model.evaluate(
                fixture(rows()).context(), new Experience(Map.of("groups", found), Experience.When.SAME_ROWS));

        assertThat(later.training()).isSameAs(found.training());
        assertThat(later.segment(0)).isEqualTo(1);
        assertThat(same.training()).isSameAs(found.training());
    }

    @Test
    void shouldStudyHowManyGroupsThereShouldBeAndFreezeThemIntoRulesThatSayTheSame() {
        ModelContext context = fixture(rows()).context();
        ClusterResult found = (ClusterResult) result(MODEL, context);
        List<Integer> heard = new ArrayList<>();
        ClusterStudy study = found.study((done, total) -> {
            heard.add(done);
            return true;
        });

        assertThat(study.number().bySilhouette()).isEqualTo(3);
        assertThat(study.number().byElbow()).isEqualTo(3);
        assertThat(study.stability().mean()).isGreaterThan(0.95);
        assertThat(heard).isSorted().hasSizeGreaterThan(4);
        FrozenRules rules = study.rules();
        assertThat(rules.reproduced()).isEqualTo(1);
        List<ModelDefinition.Rule> frozen = IntStream.range(0, 3)
                .mapToObj(cluster ->
                        new ModelDefinition.Rule(MODEL.segments().get(cluster).id(), rules.condition(cluster), null))
                .toList();
        ModelResult byRules = result(model(null, 3, frozen), context);
        assertThat(byRules).isInstanceOf(RulesResult.class);
        assertThat(byRules.segments()).isEqualTo(found.segments());
        assertThat(byRules.reason(0).better()).isNull();
    }

    @Test
    void shouldStopAStudyThatIsCancelled() {
        ClusterResult found = groups(fixture(rows()));

        assertThat(found.study((done, total) -> false).number().tried()).isEmpty();
    }

    @Test
    void shouldNameTheNumberOfGroupsThatCannotBe() {
        ModelContext context = fixture(rows()).context();

        assertThatThrownBy(() -> result(model(null, 6, List.of()), context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 to 5 groups")
                .hasMessageContaining("found 6");
        assertThat(Arrays.asList(1, 6))
                .allSatisfy(count -> assertThatThrownBy(() -> result(model(null, count, List.of()), context))
                        .hasMessageContaining("groups"));
    }
}
