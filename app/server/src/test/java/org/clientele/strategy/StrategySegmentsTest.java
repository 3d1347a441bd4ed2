package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;

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

    private SegmentUse strategy() {
        return portal.shop.uses.of("shop", "importance").stream()
                .filter(use -> use.kind() == Kind.STRATEGY && use.segment().equals(TaskPortal.FIRST))
                .findFirst()
                .orElseThrow();
    }

    private void publish(SegmentName segment, @Nullable String condition, @Nullable String stopWhen, int seen) {
        LocalText words = LocalText.NONE.with(Locale.ENGLISH, "Keep them");
        portal.versions.publish(
                "shop",
                new StrategyChange(
                        segment, words, condition, words, null, null, LocalText.NONE, List.of(), stopWhen, null),
                "why",
                null,
                seen,
                0);
    }
}
