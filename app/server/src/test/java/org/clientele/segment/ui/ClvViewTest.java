package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.clientele.segment.ui.StudioPage.edit;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.model.ClvResult;
import org.clientele.frontend.Banner;
import org.clientele.frontend.BarChart;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.LineChart;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClvViewTest {
    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withClv(),
                new Texts.Bundles(Map.of("en", Map.of("model.lifetime.segment.high", "High"), "zh-CN", Map.of())));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldShowWhatCustomersAreWorthHowItIsSpreadAndWhatWasFitted() {
        portal.buyersWhoLeave(400);
        open();

        assertThat(_find(KeyFigure.class)).hasSize(4);
        _get(BarChart.class);
        assertThat(page())
                .contains("next 26 weeks; later money discounted by 10% a year", "mean of 400 who have bought")
                .contains("How the value is spread", "Worth most", "with 80% probability")
                .contains("Purchases: BG/NBD", "Spend: Gamma-Gamma", "Standard error", "400 customers, log-likelihood")
                .containsPattern("From \\$[\\d.,]+ \\(expected value\\)");
        _assertNone(Banner.class);
    }

    @Test
    void shouldCompareTheSecondHalfWithWhatTheFirstFellForetold() {
        portal.buyersWhoLeave(400);
        open();
        AnswerPanel<?> panel = _get(AnswerPanel.class);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            panel.refresh();
            return _find(LineChart.class).size() == 2;
        });

        assertThat(page())
                .contains("Does it come true, week by week?", "Does it come true in sum?")
                .containsPattern("Fitted to the first 2[89] weeks, until .* Mean error in these \\(MAPE\\): \\d");
    }

    @Test
    void shouldSayWhyThereAreNoValues() {
        portal.buyersWhoLeave(20);
        open();

        assertThat(text(_get(Banner.class))).contains("20 customers have bought", "at least 50");
        _assertNone(KeyFigure.class);
        _assertNone(AnswerPanel.class);
        assertThat(portal.snapshot().model("lifetime").counts()).containsOnly(0);
    }

    @Test
    void shouldStoreTheValueWithWhatMakesItUp() {
        Map<String, Long> ids = portal.buyersWhoLeave(400);
        portal.recompute.store(portal.snapshot(), () -> false);

        ClvResult result = (ClvResult) portal.snapshot().model("lifetime");
        long id = portal.snapshot().customers().id(result.members(0).nextSetBit(0));
        assertThat(ids).containsValue(id);
        assertThat(new ReasonText(portal.vertical, Locale.ENGLISH)
                        .sentence(portal.memberships
                                .history("shop", id)
                                .getFirst()
                                .reason()))
                .matches(
                        "Expected value \\$[\\d.,]+; High starts at \\$[\\d.,]+; purchases expected [\\d.]+; "
                                + "spend each time \\$[\\d.,]+; probability of still buying [\\d.]+%; already the best there is\\.");
    }

    @Test
    void shouldShowOnTheCustomersPageTheValueWithItsRange() {
        Map<String, Long> ids = portal.buyersWhoLeave(400);
        long id = Objects.requireNonNull(ids.get("C7"));
        Component card = new LifetimePanel(
                        portal.lifetimes(), new Segments(portal.snapshots, portal.overrides, portal.rights))
                .create(
                        portal.vertical,
                        portal.customers.find(portal.vertical, id).orElseThrow())
                .orElseThrow();

        assertThat(text(card))
                .containsPattern("expected over the next 26 weeks; with 80% probability \\$[\\d.,]+ – \\$[\\d.,]+")
                .contains("Purchases expected", "Spend each time", "Still buying", "Standard error");
    }

    @Test
    void shouldListThoseWorthMostFirst() {
        portal.buyersWhoLeave(400);

        assertThat(portal.lifetimes().top("shop", "lifetime", 5))
                .hasSize(5)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(b.value().asDouble(), a.value().asDouble()))
                .allSatisfy(each -> assertThat(each.segment()).isZero());
    }

    @Test
    void shouldPublishOtherBordersWithoutFittingAnew() {
        portal.buyersWhoLeave(400);
        Object fitted = ((ClvResult) portal.snapshot().model("lifetime")).training();
        portal.versions.publish(
                "shop",
                new ModelChange.Clv(
                        "lifetime",
                        ModelDefinition.Clv.Purchases.BG_NBD,
                        26,
                        0.1,
                        ModelDefinition.Tiers.Method.FIXED,
                        List.of(500.0, 100.0)),
                "fixed borders",
                null,
                1,
                0);
        portal.snapshots.reload("shop");

        ClvResult result = (ClvResult) portal.snapshot().model("lifetime");
        assertThat(result.startsAt(0).asDouble()).isEqualTo(500.0);
        assertThat(result.training()).isSameAs(fitted);
        TiersFields fields = new TiersFields(
                OpenModel.of(portal.studio.open("shop", "lifetime"), Locale.ENGLISH, 2), result.model());
        assertThat(text(fields)).contains("The least value of each tier (expected value)");
        assertThat(fields.change()).isEqualTo(ModelChange.of(result.model()).orElseThrow());
        assertThat(portal.studio
                        .open("shop", "lifetime")
                        .histogram("$value", 12)
                        .counts())
                .hasSize(12);
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldForetellOtherwiseAsTheStudioSays() {
        portal.buyersWhoLeave(400);
        ClvResult before = (ClvResult) portal.snapshot().model("lifetime");
        StudioPage studio = StudioPage.open(portal, "lifetime");
        edit(_get(NumberField.class, spec -> spec.withLabel("Weeks to look ahead")), 600.0);
        assertThat(studio.text()).contains("Weeks to look ahead", "must be more than 0 and at most 520, found 600");
        edit(_get(NumberField.class, spec -> spec.withLabel("Weeks to look ahead")), 104.0);
        edit(_get(NumberField.class, spec -> spec.withLabel("Yearly discount, %")), 0.0);
        edit(
                (Select<ModelDefinition.Clv.Purchases>)
                        _get(Select.class, spec -> spec.withLabel("How buying and leaving are modelled")),
                ModelDefinition.Clv.Purchases.PARETO_NBD);
        assertThat(_find(Banner.class)).isEmpty();
        studio.publish("two years");
        portal.snapshots.reload("shop");

        ClvResult now = (ClvResult) portal.snapshot().model("lifetime");
        assertThat(now.model().weeks()).isEqualTo(104);
        assertThat(now.training().purchases()).isNotEqualTo(before.training().purchases());
        assertThat(sum(now)).isGreaterThan(2 * sum(before));
        assertThat(portal.lifetimes()
                        .top("shop", "lifetime", 1)
                        .getFirst()
                        .model()
                        .weeks())
                .isEqualTo(104);
        open();
        assertThat(page()).contains("next 104 weeks; later money discounted by 0%", "Purchases: Pareto/NBD");
        assertThat(ChangeWords.differences(
                        new SegmentWords(portal.snapshot().vertical(), Locale.ENGLISH),
                        now.model(),
                        ModelChange.of(before.model()).orElseThrow(),
                        ModelChange.of(now.model()).orElseThrow()))
                .containsExactly(
                        "How buying and leaving are modelled: BG/NBD: who leaves does so right after a purchase"
                                + " → Pareto/NBD: customers may leave at any time",
                        "Weeks to look ahead: 26 → 104",
                        "Yearly discount: 10% → 0%");
    }

    @Test
    void shouldCompareBothWaysToModelBuyingBeforeOneIsPublished() {
        portal.buyersWhoLeave(400);
        StudioPage studio = StudioPage.open(portal, "lifetime");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return studio.text().contains("Repeat purchases foretold");
        });
        assertThat(studio.text()).contains("BG/NBDPareto/NBD", "Mean error in sum (MAPE)", "Fitted to the first ", "%");
    }

    private static long sum(ClvResult result) {
        return IntStream.range(0, result.size())
                .filter(customer -> result.segment(customer) >= 0)
                .mapToLong(result.values()::get)
                .sum();
    }

    private void open() {
        SegmentsPage.open(portal, "lifetime");
    }

    private static String page() {
        return text(_get(SegmentsView.class));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
