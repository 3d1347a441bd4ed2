package org.clientele.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.engine.column.Value;
import org.clientele.plugin.PortalFacts;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.Memberships;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.ShopDefinition;
import org.clientele.segment.ShopPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SurveyActivityTest {
    private static final PortalFacts FACTS = new PortalFacts() {
        @Override
        public ActivityDefinition activity() {
            return SurveyActivity.ANSWER;
        }

        @Override
        public List<MetricDefinition> metrics() {
            return SurveyActivity.METRICS;
        }

        @Override
        public Texts.Bundles texts() {
            return new Texts.Bundles(Map.of());
        }
    };

    private final SurveyPortal portal;
    private final Map<String, Long> buyers;
    private final long survey;

    SurveyActivityTest(TestDatabase.Kind kind) {
        portal = new SurveyPortal(ShopPortal.knowing(kind, withFans(), FACTS));
        buyers = portal.buyers("anna", "berta");
        survey = portal.survey();
    }

    /** The shop with a segment of those who recommend it. */
    private static VerticalDefinition withFans() {
        VerticalDefinition shop = ShopDefinition.shop();
        List<ModelDefinition> models = new ArrayList<>(shop.models());
        models.add(new ModelDefinition.Rules(
                "fans",
                List.of(new SegmentDefinition("fan", null)),
                null,
                ModelDefinition.Rules.Match.FIRST,
                List.of(new ModelDefinition.Rule("fan", "survey_nps >= 9", null)),
                null));
        return shop.withModels(models);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldTellConditionsTheLastAnswer() {
        enter("anna", 3, 2);
        portal.shop.clock.forward(Duration.ofDays(1));
        enter("anna", 9, 5);

        PortalSnapshot snapshot = reloaded();
        assertThat(value(snapshot, "anna", "survey_nps")).isEqualTo(whole(9));
        assertThat(value(snapshot, "anna", "survey_csat")).isEqualTo(whole(5));
        assertThat(holds(snapshot, "survey_nps == 9 && survey_csat >= 5", "anna"))
                .isTrue();
        assertThat(holds(snapshot, "survey_nps <= 6", "anna")).isFalse();
    }

    @Test
    void shouldLeaveMissingWhatNobodyAnswered() {
        enter("anna", 9, 5);

        PortalSnapshot snapshot = reloaded();
        assertThat(value(snapshot, "berta", "survey_nps").isMissing()).isTrue();
        assertThat(value(snapshot, "berta", "survey_days").isMissing()).isTrue();
        assertThat(value(snapshot, "berta", "survey_answers")).isEqualTo(whole(0));
        assertThat(holds(snapshot, "survey_nps <= 6", "berta")).isFalse();
    }

    @Test
    void shouldBringTheMembershipUpToDateWithTheAnswer() {
        portal.shop.recompute.store(portal.shop.snapshot(), () -> false);
        portal.shop.keepSnapshot();

        portal.answer(portal.invite(id("anna"), survey), SurveyPortal.said(10, 5, ""));

        assertThat(portal.shop.memberships.history("shop", id("anna")))
                .filteredOn(membership -> membership.segment().model().equals("fans"))
                .singleElement()
                .extracting(Memberships.Membership::validTo)
                .isNull();
    }

    @Test
    void shouldPatchTheSnapshotWithOneCustomersAnswer() {
        portal.shop.keepSnapshot();
        enter("berta", 2, 1);
        portal.shop.snapshots.update("shop", Set.of(id("berta")));

        assertThat(value(portal.shop.snapshot(), "berta", "survey_nps")).isEqualTo(whole(2));
    }

    @Test
    void shouldNotTakeAnAnswerForTheDayOfTheFigures() {
        enter("anna", 9, 5);

        assertThat(reloaded().asOf()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    private PortalSnapshot reloaded() {
        portal.shop.snapshots.reload("shop");
        return portal.shop.snapshot();
    }

    private void enter(String ref, int nps, int csat) {
        portal.answering.enter(portal.shop.vertical, id(ref), survey, null, SurveyPortal.said(nps, csat, ""));
    }

    private long id(String ref) {
        return buyers.getOrDefault(ref, 0L);
    }

    private int place(PortalSnapshot snapshot, String ref) {
        return snapshot.customers().indexOf(id(ref));
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private Value value(PortalSnapshot snapshot, String ref, String metric) {
        return snapshot.metrics().column(metric).value(place(snapshot, ref));
    }

    private boolean holds(PortalSnapshot snapshot, String condition, String ref) {
        return snapshot.conditions().once(condition).holds(place(snapshot, ref));
    }
}
