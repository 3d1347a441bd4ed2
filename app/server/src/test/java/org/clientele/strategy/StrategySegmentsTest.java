package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.SegmentName;
import org.clientele.segment.SegmentUse;
import org.clientele.segment.SegmentUse.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class StrategySegmentsTest {
    private static final SegmentName SECOND = new SegmentName("importance", "second");

    private final TaskPortal portal;

    StrategySegmentsTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldTellWhenAStrategyLastMadeATask() {
        portal.vital("north");
        portal.recompute();
        assertThat(strategy().lastUsed()).isNull();

        portal.startFirst();

        assertThat(strategy().lastUsed()).isEqualTo(TaskPortal.TODAY);
    }

    @Test
    void shouldFindWhatAConsultantWroteInConditions() {
        publish(new SegmentName(StrategyChange.CONDITION, "vital"), "segment_importance == \"first\"", null, 0);
        publish(SECOND, null, "segment_importance == \"first\" || demand == \"vital\"", 1);

        assertThat(portal.shop.uses.of("shop", "importance"))
                .filteredOn(use -> use.kind() == Kind.STRATEGY_CONDITION)
                .allMatch(SegmentUse::breaks)
                .extracting(use -> use.segment().segment() + " " + use.subject() + " " + use.query())
                .containsExactlyInAnyOrder("first ~ vital", "first importance second");
        assertThat(portal.shop.uses.of("shop", "importance"))
                .filteredOn(use -> use.segment().equals(SECOND))
                .extracting(SegmentUse::kind)
                .contains(Kind.STRATEGY);
    }

    @Test
    void shouldFindWhomTheGlobalHoldoutIsDrawnAmong() {
        portal.settings.setHoldout(
                "shop",
                StrategySetting.ALL,
                new HoldoutPlan(10, 4, "", "purchase", 30, null, "segment_importance != \"first\""));

        assertThat(portal.shop.uses.of("shop", "importance"))
                .filteredOn(use -> use.kind() == Kind.HOLDOUT)
                .singleElement()
                .matches(SegmentUse::breaks)
                .extracting(SegmentUse::segment)
                .isEqualTo(TaskPortal.FIRST);
    }

    @Test
    void shouldFindWhatConditionsWillNameOnceTheirMomentComesAndWhatDraftsName() {
        Instant tomorrow = TaskPortal.TODAY.plusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC);
        publish(SECOND, null, "segment_importance == \"first\"", tomorrow, 1);
        portal.versions.save("shop", change(SECOND, null, "segment_importance == \"second\""), 0);

        assertThat(portal.shop.uses.of("shop", "importance"))
                .filteredOn(use -> use.kind() == Kind.STRATEGY_WAITING || use.kind() == Kind.STRATEGY_DRAFT)
                .extracting(use -> use.segment().segment() + " " + use.kind() + " " + use.breaks())
                .containsExactly("first STRATEGY_WAITING true", "second STRATEGY_DRAFT false");

        portal.shop.clock.forward(Duration.ofDays(2));
        assertThat(portal.shop.uses.of("shop", "importance"))
                .extracting(SegmentUse::kind)
                .contains(Kind.STRATEGY_CONDITION)
                .doesNotContain(Kind.STRATEGY_WAITING);
    }

    private SegmentUse strategy() {
        return portal.shop.uses.of("shop", "importance").stream()
                .filter(use -> use.kind() == Kind.STRATEGY && use.segment().equals(TaskPortal.FIRST))
                .findFirst()
                .orElseThrow();
    }

    private void publish(SegmentName segment, @Nullable String condition, @Nullable String stopWhen, int seen) {
        publish(segment, condition, stopWhen, null, seen);
    }

    private void publish(
            SegmentName segment,
            @Nullable String condition,
            @Nullable String stopWhen,
            @Nullable Instant at,
            int seen) {
        portal.versions.publish("shop", change(segment, condition, stopWhen), "why", at, seen, 0);
    }

    private static StrategyChange change(SegmentName segment, @Nullable String condition, @Nullable String stopWhen) {
        LocalText words = LocalText.NONE.with(Locale.ENGLISH, "Keep them");
        return new StrategyChange(
                segment, words, condition, words, null, null, LocalText.NONE, List.of(), stopWhen, null);
    }
}
