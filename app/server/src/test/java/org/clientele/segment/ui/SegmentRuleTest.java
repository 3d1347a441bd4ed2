package org.clientele.segment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.LocalName;
import org.clientele.segment.ModelChange;
import org.clientele.segment.NewModel;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.shop(),
                new Texts.Bundles(Map.of(
                        "en",
                        Map.of(
                                "metric.monetary",
                                "Total spend",
                                "metric.frequency",
                                "Purchases",
                                "metric.recency",
                                "Recency"),
                        "zh-CN",
                        Map.of("metric.monetary", "累计消费"))));
        List<Purchase> purchases = new ArrayList<>();
        for (int customer = 1; customer <= 10; customer++) {
            for (int bought = 0; bought < customer; bought++) {
                purchases.add(new Purchase("c" + customer, DAY.minusDays(customer * 10L + bought), customer * 10_000L));
            }
        }
        portal.purchases(purchases);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    private String create(String name, int segments, NewModel.Start start) {
        List<LocalName> names = IntStream.rangeClosed(1, segments)
                .mapToObj(i -> new LocalName("Segment " + i, "细分" + i))
                .toList();
        return portal.ownModels.create("shop", new NewModel(new LocalName(name, name), LocalName.NONE, names, start));
    }

    private void publish(ModelChange change) {
        int seen = portal.versions.history("shop", change.model()).getFirst().number();
        portal.versions.publish("shop", change, "why", null, seen, 0);
        portal.snapshots.reload("shop");
    }

    private String published(String name, int segments, NewModel.Start start) {
        String model = create(name, segments, start);
        publish(ModelChange.of(portal.studio.open("shop", model).applied()).orElseThrow());
        return model;
    }

    private List<String> said(String model, Locale language) {
        PortalSnapshot snapshot = portal.snapshot();
        SegmentWords words = new SegmentWords(snapshot.vertical(), language);
        return IntStream.range(0, snapshot.model(model).segmentCount())
                .mapToObj(ordinal -> words.definition(snapshot.model(model), ordinal))
                .toList();
    }

    @Test
    void shouldSayTheConditionsOfThePublishedVersion() {
        String model = create("Win back", 3, new NewModel.Start.Conditions(ModelDefinition.Rules.Match.FIRST));
        publish(new ModelChange.Rules(
                model,
                List.of(
                        new Rule("segment_1", "monetary >= 100.0 && recency <= 30", null),
                        new Rule("segment_2", "recency > 60", null)),
                "segment_3"));

        assertThat(said(model, Locale.ENGLISH))
                .containsExactly(
                        "Total spend is at least $100 and Recency is at most 30 days.",
                        "Recency is more than 60 days, unless an earlier condition holds.",
                        "Everybody else.");

        publish(new ModelChange.Rules(model, List.of(new Rule("segment_1", "recency <= 7", null)), null));

        assertThat(said(model, Locale.ENGLISH))
                .containsExactly("Recency is at most 7 days.", "Nothing leads here yet.", "Nothing leads here yet.");
        assertThat(said(model, Locale.SIMPLIFIED_CHINESE)).last().isEqualTo("尚无规则归入此处。");
    }

    @Test
    void shouldSayTheBordersOfTiers() {
        String model = published("Worth", 3, new NewModel.Start.Tiers("monetary"));

        assertThat(said(model, Locale.ENGLISH))
                .containsExactly(
                        "From $4,900 (Total spend).", "From $1,600 (Total spend).", "Below $1,600 (Total spend).");
        assertThat(said(model, Locale.SIMPLIFIED_CHINESE)).first().isEqualTo("累计消费不低于 $4,900。");
    }

    @Test
    void shouldSayWhichWayTiersRunWhereLessIsBetter() {
        String model = published("Fresh", 2, new NewModel.Start.Tiers("recency"));

        assertThat(said(model, Locale.ENGLISH))
                .containsExactly("Up to 40 days (Recency).", "More than 40 days (Recency).");
    }

    @Test
    void shouldSayWhatBothAxesOfAMatrixHold() {
        String model = published("Cells", 6, new NewModel.Start.Matrix("monetary", "frequency", 2, 3));

        assertThat(said(model, Locale.ENGLISH))
                .startsWith("Total spend above $2,500, purchases above 7.")
                .endsWith("Total spend up to $2,500, purchases up to 4.");
    }

    @Test
    void shouldSayWhereNoCellOfAGridLeadsAndWhereAllDo() {
        String model = create("One", 4, new NewModel.Start.Matrix("monetary", "frequency", 2, 2));
        if (!(ModelChange.of(portal.studio.open("shop", model).applied()).orElseThrow()
                instanceof ModelChange.Matrix matrix)) {
            throw new AssertionError("A matrix is changed as one");
        }
        publish(new ModelChange.Matrix(
                model,
                matrix.rows(),
                matrix.columns(),
                List.of(List.of("segment_1", "segment_1"), List.of("segment_1", "segment_1"))));

        assertThat(said(model, Locale.ENGLISH))
                .containsOnly("Everybody whose numbers are all known.", "Nothing leads here yet.");
    }

    @Test
    void shouldSayNeighbouringCellsOfAnRfmGridTogether() {
        String model = published("Fifths", 0, new NewModel.Start.CopyOf("rfm"));
        List<String> said = said(model, Locale.ENGLISH);

        assertThat(said)
                .first()
                .asString()
                .isEqualTo(
                        "Recency at most 10 days, level 4–5 of purchases and total spend; or recency more than 10 days to 30 days, level 5 of purchases and total spend.");
        assertThat(said(model, Locale.SIMPLIFIED_CHINESE)).allMatch(sentence -> sentence.endsWith("。"));
    }

    @Test
    void shouldSayWhatARiskStandsFor() {
        String model = published("Risk", 3, new NewModel.Start.Churn("recency > 60", List.of("frequency")));

        assertThat(said(model, Locale.ENGLISH))
                .containsExactly(
                        "Risk of leaving below 33%.",
                        "Risk of leaving 33% to below 67%.", "Risk of leaving 67% and more.");
    }
}
