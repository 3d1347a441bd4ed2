package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.clientele.segment.ui.StudioPage.edit;
import static org.clientele.segment.ui.StudioPage.undo;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.ui.TestUi;
import org.clientele.frontend.Banner;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The studio sets what a model is made of. */
class StudioMeasuresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private @Nullable ShopPortal opened;

    private ShopPortal open(VerticalDefinition shop) {
        Map<String, String> english = Map.of(
                "metric.monetary", "Spend",
                "metric.recency", "Days since",
                "metric.tenure", "Tenure",
                "metric.frequency", "Purchases",
                "metric.active_months", "Months",
                "metric.average_basket", "Basket");
        ShopPortal portal = StudioShop.open(
                shop,
                english,
                (customer, nth) ->
                        new Purchase("c" + customer, DAY.minusDays(20L - customer + nth), 1_000 + 10L * customer));
        opened = portal;
        return portal;
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        Objects.requireNonNull(opened).close();
    }

    @Test
    void shouldOfferNumbersOnlyAndKeepSharesWhenTiersGoByAnotherMetric() {
        ShopPortal portal = open(ShopDefinition.shop());
        StudioPage studio = StudioPage.open(portal, "pyramid");
        assertThat(measure("Metric").getListDataView().getItems())
                .contains("recency", "tenure")
                .doesNotContain("city");
        edit(measure("Metric"), "tenure");
        assertThat(numbers()).containsExactly(1.0, 4.0, 15.0);
        assertThat(studio.text()).contains("best first by Tenure");
        studio.publish("by tenure");
        ModelDefinition.Tiers applies = (ModelDefinition.Tiers) Objects.requireNonNull(
                portal.overrides.effective(portal.vertical).definition().model("pyramid"));
        assertThat(applies.metric()).isEqualTo("tenure");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldOfferBordersOfTheNewMetricInPlaceOfValuesOfTheOldOne() {
        ShopPortal portal = open(ShopDefinition.shop());
        StudioPage studio = StudioPage.open(portal, "pyramid");
        edit((Select<Method>) _get(Select.class), Method.FIXED);
        List<Double> spend = List.of(200.0, 150.0, 50.0);
        for (int i = 0; i < 3; i++) {
            edit(_find(NumberField.class).get(i), spend.get(i));
        }
        edit(measure("Metric"), "recency");
        assertThat(numbers()).hasSize(3).isSorted();
        assertThat(_find(Banner.class)).isEmpty();
        assertThat(studio.text()).contains("The largest value of each tier (Days since: less is better)");
        assertThat(portal.versions.draft("shop", "pyramid")).isPresent();
        undo();
        assertThat(measure("Metric").getValue()).isEqualTo("monetary");
        assertThat(numbers()).isEqualTo(spend);
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldCutBySharesWhereAMetricHasTooFewValues() {
        ShopPortal portal = open(ShopDefinition.shop());
        StudioPage studio = StudioPage.open(portal, "pyramid");
        edit((Select<Method>) _get(Select.class), Method.FIXED);
        edit(measure("Metric"), "active_months");
        assertThat(_get(Select.class).getValue()).isEqualTo(Method.PERCENTILE);
        assertThat(studio.text()).contains("Months has too few different values");
        assertThat(_find(Banner.class)).isEmpty();
    }

    @Test
    void shouldScoreByAnotherMetricInFifthsUntilCutPointsAreGiven() {
        ShopPortal portal = open(ShopDefinition.shop());
        StudioPage studio = StudioPage.open(portal, "rfm");
        List<ComboBox<String>> measures = measures();
        assertThat(measures.getFirst().getListDataView().getItems()).containsExactlyInAnyOrder("recency", "tenure");
        assertThat(measures.getLast().getListDataView().getItems()).doesNotContain("recency");
        edit(measures.getLast(), "average_basket");
        assertThat(_find(NumberField.class)).extracting(NumberField::getLabel).contains("Basket");
        assertThat(_find(Banner.class)).isEmpty();
        studio.publish("by basket");
        ModelDefinition.Rfm applies = (ModelDefinition.Rfm) Objects.requireNonNull(
                portal.overrides.effective(portal.vertical).definition().model("rfm"));
        assertThat(applies.monetary()).isEqualTo("average_basket");
        assertThat(applies.monetaryCuts()).isEmpty();
    }

    @Test
    void shouldMakeAnAxisOfAnotherMeasureAndSayWhyByIt() {
        ShopPortal portal = open(ShopDefinition.withMatrix());
        StudioPage studio = StudioPage.open(portal, "relations");
        edit(measures().getFirst(), "tenure");
        assertThat(studio.text()).contains("Tenure: level 1");
        assertThat(numbers()).hasSize(3).isNotEqualTo(List.of(20.0, 100.0, 2.0));
        assertThat(_find(Banner.class)).isEmpty();
        assertThat(studio.text()).containsPattern("Tenure \\d+ days?: level \\d of 3");
        edit(measures().getLast(), "tenure");
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("Choose another measure");
        undo();
        assertThat(measures().getFirst().getValue()).isEqualTo("monetary");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldFindGroupsByOtherNumbersWhileTheyAreNotFrozen() {
        ShopPortal portal = open(ShopDefinition.withClusters());
        StudioPage studio = StudioPage.open(portal, "groups");
        MultiSelectComboBox<String> fields = _get(MultiSelectComboBox.class);
        assertThat(fields.getListDataView().getItems()).contains("tenure").doesNotContain("city");
        edit(fields, Set.of("recency", "tenure"));
        assertThat(portal.versions.draft("shop", "groups")).isPresent();
        edit(fields, Set.of("recency"));
        assertThat(_get(Banner.class).getElement().getTextRecursively())
                .contains("Numbers by which customers are alike", "2 to 20 different numbers, but there are 1");
        assertThat(fields.isInvalid()).isTrue();
        edit(fields, Set.of("tenure", "recency"));
        assertThat(_find(Banner.class)).isEmpty();
        studio.publish("how long and how lately");
        ModelDefinition.Clusters applies = (ModelDefinition.Clusters) Objects.requireNonNull(
                portal.overrides.effective(portal.vertical).definition().model("groups"));
        assertThat(applies.fields()).containsExactly("recency", "tenure");
        assertThat(ChangeWords.differences(
                        new SegmentWords(portal.vertical, Locale.ENGLISH),
                        applies,
                        ModelChange.of(ShopDefinition.withClusters().models().getFirst())
                                .orElseThrow(),
                        ModelChange.of(applies).orElseThrow()))
                .containsExactly("Now also by: Tenure", "No longer by: Purchases, Spend");
    }

    @Test
    void shouldCountNoLevelsOfAMeasureThatTheMatrixNoLongerGoesBy() {
        ShopPortal portal = open(ShopDefinition.withMatrix());
        ModelDefinition.Matrix matrix = (ModelDefinition.Matrix)
                Objects.requireNonNull(portal.vertical.definition().model("relations"));
        ModelDefinition other = new ModelDefinition.Matrix(
                matrix.id(),
                matrix.segments(),
                null,
                new ModelDefinition.Matrix.Axis(
                        "tenure", matrix.rows().method(), matrix.rows().cuts()),
                matrix.columns(),
                matrix.grid());
        ReasonText words = new ReasonText(
                portal.vertical.with(portal.vertical.definition().withModels(List.of(other)), portal.vertical.texts()),
                Locale.ENGLISH);
        assertThat(words.sentence(portal.snapshot().model("relations").reason(19)))
                .containsPattern("Spend \\$[\\d.,]+: level \\d, ")
                .containsPattern("Purchases \\d+: level \\d of 2, ");
    }

    private static List<Double> numbers() {
        return _find(NumberField.class).stream().map(NumberField::getValue).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<ComboBox<String>> measures() {
        return _find(ComboBox.class).stream().map(box -> (ComboBox<String>) box).toList();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> measure(String label) {
        return _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    static List<Arguments> otherModels() {
        return List.of(
                Arguments.of(ShopDefinition.withMatrix(), "relations"),
                Arguments.of(ShopDefinition.withClusters(), "groups"),
                Arguments.of(ShopDefinition.withChurn(), "risk"));
    }

    /** Made anew they would lose what their browser has not sent yet. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("otherModels")
    void shouldLeaveFieldsWhereTheyAreWhenNewDataArrives(VerticalDefinition shop, String model) {
        ShopPortal portal = open(shop);
        StudioPage studio = StudioPage.open(portal, model);
        List<ModelFields> fields = _find(ModelFields.class);
        assertThat(fields).hasSize(1);

        portal.purchases(List.of(new Purchase("newcomer", DAY.minusDays(1), 1_000)));
        portal.snapshots.reload("shop");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return studio.text().contains("21 customers");
        });

        assertThat(_find(ModelFields.class)).isEqualTo(fields);
    }
}
