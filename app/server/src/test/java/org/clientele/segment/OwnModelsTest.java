package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.NewModel.Start.LifeCycle.Threshold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class OwnModelsTest {
    private static final LocalName NAME = new LocalName("Win-back list", "赢回名单");
    private static final NewModel.Start RULES = new NewModel.Start.Conditions(ModelDefinition.Rules.Match.FIRST);

    private final ShopPortal portal;
    private final OwnModels models;

    OwnModelsTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        models = portal.ownModels;
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private static NewModel named(NewModel.Start start, String... segments) {
        return new NewModel(
                NAME,
                LocalName.NONE,
                List.of(segments).stream().map(name -> new LocalName(name, "")).toList(),
                start);
    }

    private String winBack() {
        return models.create("shop", named(RULES, "Big", "Small"));
    }

    private static ModelChange.Rules rules(String model, String... conditions) {
        List<String> segments = List.of("big", "small");
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < conditions.length; i++) {
            rules.add(new Rule(segments.get(i), conditions[i], null));
        }
        return new ModelChange.Rules(model, rules, null);
    }

    private void publish(ModelChange change) {
        int seen = portal.versions.history("shop", change.model()).getFirst().number();
        portal.versions.publish("shop", change, "why", null, seen, 0);
    }

    private Vertical effective() {
        return portal.overrides.effective(portal.vertical);
    }

    private void customers() {
        portal.purchases(List.of(
                new ShopPortal.Purchase("a", LocalDate.parse("2026-02-01"), 50_000),
                new ShopPortal.Purchase("b", LocalDate.parse("2026-02-02"), 500)));
    }

    private int members(String model, int segment) {
        portal.snapshots.reload("shop");
        return portal.snapshot().model(model).counts()[segment];
    }

    @Test
    void shouldPutNobodyIntoAModelBeforeItIsPublished() {
        customers();
        String model = winBack();

        assertThat(model).isEqualTo("own_win_back_list");
        assertThat(effective().definition().model(model)).isNull();
        assertThat(models.unpublished("shop")).containsExactly(new OwnModels.Unpublished("own_win_back_list", NAME));
        assertThat(portal.versions.history("shop", model))
                .extracting(ModelVersion::status)
                .containsExactly(ModelVersion.Status.CREATED);

        publish(rules(model, "monetary >= 100.0", "true"));

        assertThat(models.unpublished("shop")).isEmpty();
        assertThat(members(model, 0)).isEqualTo(1);
        assertThat(members(model, 1)).isEqualTo(1);
        assertThat(portal.versions.current("shop", model).number()).isEqualTo(2);
        assertThat(portal.versions.current("shop", model).kind()).isEqualTo(ModelVersion.Kind.SET);
    }

    @Test
    void shouldPreviewAModelThatNobodyPublished() {
        customers();
        String model = winBack();
        StudioSession session = portal.studio.open("shop", model);

        assertThat(session.isNew()).isTrue();
        assertThat(session.isAwaited()).isFalse();
        StudioSession.Outcome outcome = session.preview(rules(model, "monetary >= 100.0"));
        assertThat(outcome).isInstanceOfSatisfying(StudioSession.Outcome.Shown.class, shown -> {
            assertThat(shown.effect().countBefore(0)).isZero();
            assertThat(shown.effect().countAfter(0)).isEqualTo(1);
            assertThat(shown.effect().moved()).isEqualTo(1);
        });
    }

    private static NewModel.Start.LifeCycle stages() {
        return new NewModel.Start.LifeCycle(
                "recency", "frequency", Map.of(Threshold.LAPSE_DAYS, new LocalName("Days until lapsed", "流失天数")));
    }

    @Test
    void shouldBeginALifeCycleWithTheUsualStagesAndThresholds() {
        List<ShopPortal.Purchase> purchases = new ArrayList<>();
        LocalDate now = LocalDate.parse("2026-02-20");
        List.of(500, 200, 20).forEach(ago -> {
            purchases.add(new ShopPortal.Purchase("once " + ago, now.minusDays(ago), 500));
            for (int again = 0; again < 7; again++) {
                purchases.add(new ShopPortal.Purchase("often " + ago, now.minusDays(ago + again), 500));
            }
        });
        purchases.add(new ShopPortal.Purchase("twice", now, 500));
        purchases.add(new ShopPortal.Purchase("twice", now.minusDays(9), 500));
        portal.purchases(purchases);
        portal.customer("never", "Never", Map.of());
        String model =
                models.create("shop", named(stages(), "Mature", "Growing", "New", "Potential", "Declining", "Lapsed"));
        publish(ModelChange.of(portal.studio.open("shop", model).applied()).orElseThrow());
        portal.snapshots.reload("shop");

        assertThat(portal.snapshot().model(model).counts()).containsExactly(1, 1, 1, 1, 2, 2);
        assertThat(effective().text(Locale.SIMPLIFIED_CHINESE, Texts.modelParameter(model, "lapse_days")))
                .isEqualTo("流失天数");
        assertThat(effective().definition().model(model))
                .isInstanceOfSatisfying(ModelDefinition.LifeCycle.class, cycle -> {
                    assertThat(cycle.parameters()).containsOnlyKeys("decline_days", "lapse_days", "mature_purchases");
                    assertThat(cycle.course())
                            .containsExactly("potential", "new", "growing", "mature", "declining", "lapsed");
                });
    }

    @Test
    void shouldRefuseALifeCycleOfNumbersThatAreNotThere() {
        NewModel.Start.LifeCycle unknown = new NewModel.Start.LifeCycle("nothing", "frequency", Map.of());

        assertThatThrownBy(() -> models.create(
                        "shop", named(unknown, "Mature", "Growing", "New", "Potential", "Declining", "Lapsed")))
                .isInstanceOf(ConditionProblem.class);
    }

    @Test
    void shouldSayTheNamesInBothLanguages() {
        String model = winBack();
        publish(rules(model, "true"));

        Vertical vertical = effective();
        assertThat(vertical.text(Locale.ENGLISH, Texts.model(model))).isEqualTo("Win-back list");
        assertThat(vertical.text(Locale.SIMPLIFIED_CHINESE, Texts.model(model))).isEqualTo("赢回名单");
        assertThat(vertical.text(Locale.SIMPLIFIED_CHINESE, Texts.segment(model, "big")))
                .isEqualTo("Big");
        assertThat(vertical.text(Locale.ENGLISH, Texts.segmentHelp(model, "big")))
                .isEmpty();
    }

    @Test
    void shouldBeginEveryKindWithWhatSplitsCustomersEvenly() {
        customers();
        List<NewModel> wanted = List.of(
                kind("Tiers", new NewModel.Start.Tiers("monetary"), 3),
                kind("Matrix", new NewModel.Start.Matrix("monetary", "frequency", 2, 3), 6),
                kind("Fifths", new NewModel.Start.Rfm("recency", "frequency", "monetary"), 11),
                kind("Stages", stages(), 6),
                kind("Groups", new NewModel.Start.Clusters(List.of("monetary", "frequency")), 6),
                kind(
                        "Lifetime",
                        new NewModel.Start.Lifetime("purchase", ModelDefinition.Clv.Purchases.BG_NBD, 52, 0.1),
                        3),
                kind("Risk", new NewModel.Start.Churn("recency > 180", List.of("frequency")), 2),
                kind("Copy", new NewModel.Start.CopyOf("rfm"), 0));
        for (NewModel model : wanted) {
            String id = models.create("shop", model);
            StudioSession session = portal.studio.open("shop", id);
            publish(ModelChange.of(session.applied()).orElseThrow());
        }
        portal.snapshots.reload("shop");
        assertThat(effective().definition().models())
                .extracting(ModelDefinition::id)
                .endsWith(
                        "own_tiers",
                        "own_matrix",
                        "own_fifths",
                        "own_stages",
                        "own_groups",
                        "own_lifetime",
                        "own_risk",
                        "own_copy");
        assertThat(IntStream.of(portal.snapshot().model("own_tiers").counts()).sum())
                .isEqualTo(2);
        assertThat(effective().definition().model("own_copy"))
                .isInstanceOfSatisfying(ModelDefinition.Rfm.class, copy -> assertThat(copy.grid())
                        .isEqualTo(((ModelDefinition.Rfm) Objects.requireNonNull(
                                        portal.vertical.definition().model("rfm")))
                                .grid()));
    }

    private static NewModel kind(String name, NewModel.Start start, int segments) {
        return new NewModel(
                new LocalName(name, ""),
                LocalName.NONE,
                IntStream.rangeClosed(1, segments)
                        .mapToObj(i -> new LocalName("Segment " + i, ""))
                        .toList(),
                start);
    }

    @Test
    void shouldRankTheBestCellOfAMatrixFirst() {
        String id = models.create("shop", kind("Matrix", new NewModel.Start.Matrix("monetary", "frequency", 2, 2), 4));
        assertThat(portal.studio.open("shop", id).applied())
                .isInstanceOfSatisfying(ModelDefinition.Matrix.class, matrix -> {
                    assertThat(matrix.grid())
                            .containsExactly(List.of("segment_1", "segment_2"), List.of("segment_3", "segment_4"));
                    assertThat(matrix.segments().getFirst().id()).isEqualTo("segment_4");
                });
    }

    @Test
    void shouldRefuseWhatCannotBeMadeAndSayWhy() {
        assertRefused("own-name", new NewModel(LocalName.NONE, LocalName.NONE, List.of(NAME), RULES));
        assertRefused("own-segments", named(RULES));
        assertRefused("own-segments", named(new NewModel.Start.Tiers("monetary"), "one"));
        assertRefused("own-segment-twice", named(RULES, "Big", "big "));
        assertRefused("own-segment-name", named(RULES, "Big", " "));
        assertRefused("own-missing", named(new NewModel.Start.Tiers("nothing"), "one", "two"));
        assertRefused("own-levels", named(new NewModel.Start.Matrix("monetary", "frequency", 2, 2), "one", "two"));
        assertRefused("own-fields", named(new NewModel.Start.Clusters(List.of()), "one", "two"));
        assertRefused("own-fields", named(new NewModel.Start.Clusters(List.of("monetary")), "one", "two"));
        assertRefused("churn-leak", named(new NewModel.Start.Churn("recency > 180", List.of("recency")), "one", "two"));
        assertRefused("condition", named(new NewModel.Start.Churn("no such", List.of("frequency")), "one", "two"));
        assertRefused("churn-leak", named(new NewModel.Start.Churn("recency > 180", List.of("recency")), "one", "two"));
        assertRefused("no-model", named(new NewModel.Start.CopyOf("nothing")));
        winBack();
        assertRefused("own-taken", named(RULES, "Big"));
        assertThat(models.unpublished("shop")).hasSize(1);
    }

    @Test
    void shouldSayWhichOfTheNamesIsTaken() {
        winBack();
        NewModel inChinese = new NewModel(
                new LocalName("Something else", NAME.chinese()),
                LocalName.NONE,
                List.of(new LocalName("Big", "大")),
                RULES);

        assertThatThrownBy(() -> models.create("shop", inChinese))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.arguments())
                        .containsExactly("赢回名单"));
    }

    private void assertRefused(String problem, NewModel wanted) {
        assertThatThrownBy(() -> models.create("shop", wanted))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("segment.problem." + problem));
    }

    @Test
    void shouldCallThingsOtherwiseAndAddSegments() {
        customers();
        String model = winBack();
        publish(rules(model, "monetary >= 100.0"));
        Map<String, LocalName> segments = new LinkedHashMap<>();
        segments.put("big", new LocalName("Large", "大"));
        segments.put("small", new LocalName("Little", "小"));

        models.rename(
                "shop",
                model,
                new OwnNames(new LocalName("Calls", "电话"), LocalName.NONE, segments),
                List.of(new LocalName("Others", "其他")));

        assertThat(models.names("shop", model).segments())
                .containsExactly(
                        Map.entry("big", new LocalName("Large", "大")),
                        Map.entry("small", new LocalName("Little", "小")),
                        Map.entry("others", new LocalName("Others", "其他")));
        assertThat(effective().text(Locale.ENGLISH, Texts.segment(model, "big")))
                .isEqualTo("Large");
        publish(new ModelChange.Rules(
                model, List.of(new Rule("big", "monetary >= 100.0", null), new Rule("others", "true", null)), null));
        assertThat(members(model, 2)).isEqualTo(1);
    }

    @Test
    void shouldNotAddSegmentsWhereTheirNumberIsFixed() {
        String model = models.create("shop", kind("Tiers", new NewModel.Start.Tiers("monetary"), 2));
        OwnNames names = models.names("shop", model);
        assertThat(models.takesSegments("shop", model)).isFalse();
        assertThatThrownBy(() -> models.rename("shop", model, names, List.of(new LocalName("More", ""))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldEndMembershipsOfADeletedModelAndBringThemBack() {
        customers();
        String model = winBack();
        publish(rules(model, "true"));
        portal.snapshots.reload("shop");
        portal.recompute.store(portal.snapshot(), () -> false);

        models.delete("shop", model);
        portal.snapshots.reload("shop");
        assertThat(portal.recompute.store(portal.snapshot(), () -> false)).isEqualTo(2);
        assertThat(portal.isStoredAsComputed()).isTrue();
        assertThat(effective().definition().model(model)).isNull();
        assertThat(effective().text(Locale.ENGLISH, Texts.segment(model, "big")))
                .isEqualTo("Big");

        models.restore("shop", model);
        assertThat(members(model, 0)).isEqualTo(2);
    }

    @Test
    void shouldNotDeleteAModelThatAnotherOneNeeds() {
        customers();
        String first = winBack();
        publish(rules(first, "true"));
        String second = models.create(
                "shop",
                new NewModel(new LocalName("Second", ""), LocalName.NONE, List.of(new LocalName("Big", "")), RULES));
        publish(rules(second, "segment_own_win_back_list == \"big\""));

        assertThatThrownBy(() -> models.delete("shop", first))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("segment.problem.in-use"));
        models.delete("shop", second);
        models.delete("shop", first);
        assertThat(members("pyramid", 0)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void shouldNotLetAModelNameOneThatNobodyPublished() {
        winBack();
        String second = models.create(
                "shop",
                new NewModel(new LocalName("Second", ""), LocalName.NONE, List.of(new LocalName("Big", "")), RULES));
        assertThatThrownBy(() -> publish(rules(second, "segment_own_win_back_list == \"big\"")))
                .isInstanceOf(ConditionProblem.class);
    }

    @Test
    void shouldGiveAnIdOnce() {
        String first = winBack();
        models.delete("shop", first);
        assertThat(winBack()).isEqualTo("own_win_back_list_2");
        assertThat(models.create(
                        "shop",
                        new NewModel(new LocalName("", "高价值"), LocalName.NONE, List.of(new LocalName("", "甲")), RULES)))
                .isEqualTo("own_model");
    }

    @Test
    void shouldBeForThoseWhoMayEditSegments() {
        String model = winBack();
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, "shop")));
        assertThatThrownBy(this::winBack).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> models.delete("shop", model)).isInstanceOf(RuntimeException.class);
        assertThat(models.unpublished("shop")).isEmpty();
    }
}
