package org.clientele.segment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.engine.model.ClusterResult;
import org.clientele.engine.model.ClusterStudy;
import org.clientele.engine.model.RulesResult;
import org.clientele.frontend.Banner;
import org.clientele.frontend.HeatChart;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.LineChart;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ModelDraft;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private ShopPortal portal;

    @BeforeEach
    void start() {
        portal = ShopPortal.of(
                TestDatabase.Kind.HSQLDB,
                ShopDefinition.withClusters(),
                new Texts.Bundles(Map.of(
                        "en",
                        Map.of(
                                "metric.monetary",
                                "total spend",
                                "metric.frequency",
                                "purchases",
                                "metric.recency",
                                "days since the last purchase"),
                        "zh-CN",
                        Map.of("metric.monetary", "消费总额"))));
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    /** Many who bought once long ago, some who buy often, a few who spend much at once. */
    private void fill(int each) {
        Random random = new Random(5);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 3 * each; i++) {
            purchases.add(new Purchase("A" + i, DAY.minusDays(200 + random.nextInt(20)), 500 + random.nextInt(100)));
        }
        for (int i = 0; i < 2 * each; i++) {
            for (int purchase = 0; purchase < 12; purchase++) {
                purchases.add(new Purchase("B" + i, DAY.minusDays(7L * purchase), 900 + random.nextInt(100)));
            }
        }
        for (int i = 0; i < each; i++) {
            purchases.add(new Purchase("C" + i, DAY.minusDays(60 + random.nextInt(9)), 90_000 + random.nextInt(999)));
        }
        portal.purchases(purchases);
    }

    private ClusterStudy studied() {
        Answer<ClusterStudy> answer = portal.studies().study("shop", "groups");
        await().atMost(Duration.ofSeconds(30)).until(() -> answer.job().state() != Job.State.RUNNING);
        return Objects.requireNonNull(answer.value());
    }

    private OpenModel opened() {
        return OpenModel.of(portal.studio.open("shop", "groups"), Locale.ENGLISH, 1);
    }

    private ModelDefinition.Clusters applied() {
        return (ModelDefinition.Clusters)
                Objects.requireNonNull(portal.snapshot().definition().model("groups"));
    }

    private void publishDraft() {
        ModelDraft draft = portal.versions.draft("shop", "groups").orElseThrow();
        int seen = portal.versions.history("shop", "groups").getFirst().number();
        portal.versions.publish(
                "shop", portal.versions.content("shop", "groups", draft), "groups", null, seen, draft.revision());
        portal.snapshots.reload("shop");
    }

    @Test
    void shouldShowWhatGroupsAreLikeAndWhatTellsThemApart() {
        fill(20);
        open();

        assertThat(_find(KeyFigure.class)).hasSize(3);
        _get(HeatChart.class);
        assertThat(portal.snapshot().model("groups").counts()).containsExactly(60, 40, 20, 0, 0);
        assertThat(page())
                .contains("What the groups are like", "of the differences between customers lie between groups")
                .contains("igh total spend");
        _assertNone(Banner.class);
    }

    @Test
    void shouldShowHowManyGroupsThereShouldBeHowStableTheyAreAndTheRules() {
        fill(20);
        open();
        AnswerPanel<?> panel = _get(AnswerPanel.class);
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            panel.refresh();
            return _find(LineChart.class).size() == 2;
        });

        assertThat(page())
                .contains("Highest with 3 groups", "The bend is at 3 groups")
                .contains("The same groups come out of other customers (10 re-samples")
                .contains("these rules put 100% of the members into their group", "Draft with these rules");
    }

    @Test
    void shouldFreezeGroupsIntoRulesByADraftThatIsPublishedAndRolledBack() {
        fill(20);
        int[] found = portal.snapshot().model("groups").segments();
        portal.studies().freeze("shop", applied(), studied().rules());
        publishDraft();

        assertThat(portal.snapshot().model("groups")).isInstanceOf(RulesResult.class);
        assertThat(portal.snapshot().model("groups").segments()).isEqualTo(found);
        assertThat(applied().frozen()).hasSize(3);
        assertThat(ModelChange.of(applied()).orElseThrow())
                .isEqualTo(portal.versions.content("shop", portal.versions.current("shop", "groups")));
        portal.versions.rollBack("shop", "groups", 1, "groups are looked for again");
        portal.snapshots.reload("shop");
        assertThat(portal.snapshot().model("groups")).isInstanceOf(ClusterResult.class);
    }

    @Test
    void shouldCallGroupsInBothLanguagesWhatTheConsultantCallsThem() {
        fill(20);
        ClusterResult result = (ClusterResult) portal.snapshot().model("groups");
        SegmentWords words = new SegmentWords(portal.snapshot().vertical(), Locale.ENGLISH);
        Map<String, Map<String, String>> proposed =
                new ClusterNames(words).proposed(applied(), result.training().profiles());
        portal.studies().name("shop", applied(), proposed);
        publishDraft();

        SegmentWords named = new SegmentWords(portal.snapshot().vertical(), Locale.ENGLISH);
        SegmentWords chinese = new SegmentWords(portal.snapshot().vertical(), Locale.SIMPLIFIED_CHINESE);
        assertThat(named.segment(applied(), 2)).isEqualTo("Very high total spend");
        assertThat(chinese.segment(applied(), 2)).isEqualTo("消费总额很高");
        assertThat(ChangeWords.differences(
                        named,
                        applied(),
                        ModelChange.Clusters.of(applied()).call(Map.of()),
                        ModelChange.of(applied()).orElseThrow()))
                .anyMatch(said -> said.contains("Very high total spend"));
    }

    @Test
    void shouldDraftAnotherNumberOfGroupsAndRefuseWhatCannotBe() {
        fill(20);
        portal.studies().count("shop", applied(), 2);
        publishDraft();

        assertThat(portal.snapshot().model("groups").counts()[2]).isZero();
        assertThatThrownBy(() -> portal.studies().count("shop", applied(), 9))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cluster-count");
    }

    @Test
    void shouldEditNumberAndNamesInTheStudio() {
        fill(20);
        ClusterFields fields = new ClusterFields(opened(), applied());

        assertThat(fields.change()).isEqualTo(ModelChange.of(applied()).orElseThrow());
        portal.studies().freeze("shop", applied(), studied().rules());
        publishDraft();
        ClusterFields frozen = new ClusterFields(opened(), applied());
        assertThat(frozen.change()).isEqualTo(ModelChange.of(applied()).orElseThrow());
        assertThat(text(frozen)).contains("Frozen: these rules say who is in which group");
    }

    @Test
    void shouldNotMissAGroupThatIsNoLongerLookedFor() {
        fill(20);
        StudioPage studio = StudioPage.open(portal, "groups");
        StudioPage.edit(_get(IntegerField.class, spec -> spec.withLabel("Number of groups")), 2);

        assertThat(studio.text()).contains("would change segment").doesNotContain("hardly anybody");
    }

    @Test
    void shouldSayWhyThereAreNoGroups() {
        portal.purchases(List.of(new Purchase("A", DAY, 100)));
        open();

        assertThat(text(_get(Banner.class))).contains("1 customers have all the numbers", "at least 6");
        _assertNone(AnswerPanel.class);
    }

    @Test
    void shouldStoreTheReasonWithTheMeanOfTheGroup() {
        fill(20);
        portal.recompute.store(portal.snapshot(), () -> false);
        int customer = portal.snapshot().model("groups").members(2).nextSetBit(0);

        assertThat(new ReasonText(portal.vertical, Locale.ENGLISH)
                        .sentence(portal.memberships
                                .history("shop", portal.snapshot().customers().id(customer))
                                .getFirst()
                                .reason()))
                .matches(
                        "Total spend \\$9[\\d.,]+, mean of the group \\$9[\\d.,]+; .*purchases 1, mean of the group 1.*\\.");
    }

    private void open() {
        SegmentsPage.open(portal, "groups");
    }

    private static String page() {
        return text(_get(SegmentsView.class));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
