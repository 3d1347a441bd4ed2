package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Matrix;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.persistence.ModelVersionDao;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model is made of, as a consultant sets it. */
class ModelMeasuresTest {
    private @Nullable ShopPortal opened;

    private ShopPortal open(VerticalDefinition shop) {
        ShopPortal portal = ShopPortal.of(TestDatabase.Kind.HSQLDB, shop, new Texts.Bundles(Map.of()));
        opened = portal;
        return portal;
    }

    @AfterEach
    void close() throws Exception {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void shouldCutTiersByAnotherMetric() {
        ShopPortal portal = open(ShopDefinition.shop());
        publish(portal, new ModelChange.Tiers("pyramid", "recency", Method.FIXED, List.of(10.0, 20.0, 30.0)));
        ModelDefinition.Tiers applies = (ModelDefinition.Tiers) model(portal, "pyramid");
        assertThat(applies.metric()).isEqualTo("recency");
        assertThat(portal.overrides.isChanged(portal.vertical, "pyramid")).isTrue();

        portal.versions.rollBack("shop", "pyramid", 1, "back");
        assertThat(model(portal, "pyramid"))
                .isEqualTo(portal.vertical.definition().model("pyramid"));
        assertThat(portal.overrides.isChanged(portal.vertical, "pyramid")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "city, segment.problem.tiers-metric",
        "nothing, segment.problem.tiers-metric",
        "recency, segment.problem.borders-ascending",
    })
    void shouldRefuseTiersByWhatIsNoNumber(String metric, String key) {
        refused(
                open(ShopDefinition.shop()),
                new ModelChange.Tiers("pyramid", metric, Method.FIXED, List.of(30.0, 20.0, 10.0)),
                key);
    }

    @ParameterizedTest
    @CsvSource({
        "frequency, frequency, monetary, segment.problem.rfm-days",
        "recency, city, monetary, segment.problem.rfm-measure",
        "recency, recency, monetary, segment.problem.rfm-measure",
        "recency, monetary, monetary, segment.problem.rfm-twice",
    })
    void shouldRefuseScoresByWhatTheyCannotCount(String recency, String frequency, String monetary, String key) {
        refused(open(ShopDefinition.shop()), rfm(recency, frequency, monetary), key);
    }

    @Test
    void shouldScoreByOtherMetrics() {
        ShopPortal portal = open(ShopDefinition.shop());
        publish(portal, rfm("tenure", "frequency_90", "average_basket"));
        ModelDefinition.Rfm applies = (ModelDefinition.Rfm) model(portal, "rfm");
        assertThat(List.of(applies.recency(), applies.frequency(), applies.monetary()))
                .containsExactly("tenure", "frequency_90", "average_basket");
    }

    @ParameterizedTest
    @CsvSource({
        "city, frequency, segment.problem.axis-measure",
        "monetary, nothing, segment.problem.axis-measure",
        "monetary, monetary, segment.problem.axis-twice",
    })
    void shouldRefuseAxesByWhatIsNoNumber(String rows, String columns, String key) {
        refused(open(ShopDefinition.withMatrix()), matrix(rows, columns), key);
    }

    @Test
    void shouldMakeAMatrixOfOtherMeasures() {
        ShopPortal portal = open(ShopDefinition.withMatrix());
        publish(portal, matrix("average_basket", "tenure"));
        Matrix applies = (Matrix) model(portal, "relations");
        assertThat(applies.rows().metric()).isEqualTo("average_basket");
        assertThat(applies.columns().metric()).isEqualTo("tenure");
    }

    @ParameterizedTest
    @CsvSource({
        "'recency', segment.problem.cluster-fields",
        "'recency recency', segment.problem.cluster-fields",
        "'recency city', segment.problem.cluster-field",
    })
    void shouldRefuseGroupsByTooFewNumbersOrByWhatIsNone(String fields, String key) {
        refused(open(ShopDefinition.withClusters()), groups(List.of(fields.split(" "))), key);
    }

    @Test
    void shouldFindGroupsByOtherNumbers() {
        ShopPortal portal = open(ShopDefinition.withClusters());
        publish(portal, groups(List.of("recency", "tenure")));
        assertThat(((ModelDefinition.Clusters) model(portal, "groups")).fields())
                .containsExactly("recency", "tenure");
    }

    private static ModelChange.Clusters groups(List<String> fields) {
        return new ModelChange.Clusters("groups", fields, 3, 1, List.of(), Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "recency, segment.problem.churn-leak",
        "city, segment.problem.churn-feature",
        "nothing, segment.problem.churn-feature",
        "frequency, segment.problem.churn-features",
    })
    void shouldRefuseToLearnFromWhatSaysWhoHasLeftOrIsNoFeature(String feature, String key) {
        refused(
                open(ShopDefinition.withChurn()),
                new ModelChange.Churn("risk", List.of("frequency", feature), List.of(0.3)),
                key);
    }

    @Test
    void shouldNotOfferWhatIsMadeOfWhatSaysWhoHasLeft() {
        VerticalDefinition shop = ShopDefinition.withChurn();
        List<MetricDefinition> metrics = new ArrayList<>(shop.metrics());
        metrics.add(formula("pace", "recency / 7"));
        metrics.add(formula("pace_twice", "2 * pace"));
        metrics.add(formula("purchases_twice", "2 * frequency"));
        VerticalDefinition more = ShopDefinition.of(shop, metrics, shop.models());
        ModelDefinition.Churn risk = (ModelDefinition.Churn) Objects.requireNonNull(more.model("risk"));
        assertThat(ChurnChanges.deciding(more, risk)).containsExactlyInAnyOrder("recency", "pace", "pace_twice");
        assertThat(ChurnChanges.features(more, risk))
                .contains("purchases_twice", "frequency")
                .doesNotContain("recency", "pace", "pace_twice", "city");
    }

    private static MetricDefinition formula(String id, String formula) {
        return new MetricDefinition(
                id,
                MetricDefinition.ValueType.DECIMAL,
                Layer.BEHAVIOUR,
                MetricDefinition.Aggregate.FORMULA,
                null,
                null,
                null,
                null,
                null,
                formula,
                false,
                null);
    }

    @Test
    void shouldLearnFromOtherFeatures() {
        ShopPortal portal = open(ShopDefinition.withChurn());
        publish(portal, new ModelChange.Churn("risk", List.of("tenure", "monetary"), List.of(0.3)));
        assertThat(((ModelDefinition.Churn) model(portal, "risk")).features()).containsExactly("tenure", "monetary");
    }

    @Test
    void shouldNotTakeTheDefaultForChangedBecauseLessCouldBeSetWhenItWasWritten() {
        ShopPortal portal = open(ShopDefinition.shop());
        ModelVersionDao dao = new ModelVersionDao(portal.database.jdbi());
        dao.add(
                portal.vertical.id(),
                stored(
                        1,
                        ModelVersion.Kind.INSTALLED,
                        "{'method':'PERCENTILE','borders':[0.01,0.04,0.15],'model':'pyramid'}"));
        dao.add(
                portal.vertical.id(),
                stored(2, ModelVersion.Kind.SET, "{'model':'pyramid','method':'FIXED','borders':[30.0,20.0,10.0]}"));

        portal.versions.noteDefaults("shop");
        assertThat(portal.versions.history("shop", "pyramid")).hasSize(2);
        ModelDefinition.Tiers applies = (ModelDefinition.Tiers) model(portal, "pyramid");
        assertThat(applies.metric()).isEqualTo("monetary");
        assertThat(applies.borders()).containsExactly(30.0, 20.0, 10.0);

        portal.versions.rollBack("shop", "pyramid", 1, "as the plugin says");
        assertThat(portal.versions.current("shop", "pyramid").kind()).isEqualTo(ModelVersion.Kind.INSTALLED);
    }

    private static ModelVersion stored(int number, ModelVersion.Kind kind, String definition) {
        return new ModelVersion(
                "pyramid",
                number,
                kind,
                ModelVersion.Status.PUBLISHED,
                definition.replace('\'', '"'),
                "",
                "",
                Instant.EPOCH,
                null,
                null,
                null,
                Instant.EPOCH.plusSeconds(number));
    }

    private static ModelChange.Rfm rfm(String recency, String frequency, String monetary) {
        ModelChange.Rfm plugin = ModelChange.Rfm.of((ModelDefinition.Rfm)
                Objects.requireNonNull(ShopDefinition.shop().model("rfm")));
        return new ModelChange.Rfm(
                "rfm", recency, frequency, monetary, List.of(), List.of(), List.of(), List.of(), plugin.grid());
    }

    private static ModelChange.Matrix matrix(String rows, String columns) {
        ModelChange.Matrix plugin = ModelChange.Matrix.of(
                (Matrix) Objects.requireNonNull(ShopDefinition.withMatrix().model("relations")));
        return new ModelChange.Matrix(
                "relations",
                new ModelChange.Matrix.Cuts(
                        rows, plugin.rows().method(), plugin.rows().cuts()),
                new ModelChange.Matrix.Cuts(
                        columns, plugin.columns().method(), plugin.columns().cuts()),
                plugin.grid());
    }

    private static void publish(ShopPortal portal, ModelChange change) {
        int newest = portal.versions.history("shop", change.model()).getFirst().number();
        portal.versions.publish("shop", change, "why", null, newest, 0);
    }

    private static void refused(ShopPortal portal, ModelChange change, String key) {
        assertThatThrownBy(() -> publish(portal, change))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    private static ModelDefinition model(ShopPortal portal, String id) {
        return Objects.requireNonNull(
                portal.overrides.effective(portal.vertical).definition().model(id));
    }
}
