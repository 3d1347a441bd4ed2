package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clientele.strategy.StrategyEdits.goal;
import static org.clientele.strategy.StrategyEdits.id;
import static org.clientele.strategy.StrategyEdits.plays;
import static org.clientele.strategy.StrategyEdits.words;
import static org.clientele.strategy.TaskPortal.FIRST;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategyVersion.Decision;
import org.clientele.strategy.StrategyVersion.Status;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions of strategies that are published before they apply. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PlannedStrategiesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TaskPortal portal;
    private final StrategyVersionDao dao;

    PlannedStrategiesTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
        dao = new StrategyVersionDao(portal.shop.database.jdbi());
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldApplyFromItsMoment() {
        StrategyVersion planned = plan("Never lose them", in(DAY));
        assertThat(planned.isPlanned(now())).isTrue();
        assertThat(portal.versions.planned("shop", FIRST)).containsExactly(planned);
        assertThat(portal.versions.current("shop", FIRST))
                .map(StrategyVersion::number)
                .hasValue(1);
        assertThat(goalThatApplies()).as("the plugin's").isEmpty();
        assertThat(start().goal().in(Locale.ENGLISH))
                .as("one edits what applies")
                .isEqualTo("Never lose supply");

        portal.shop.clock.forward(DAY);
        assertThat(goalThatApplies()).hasValue("Never lose them");
        assertThat(portal.versions.current("shop", FIRST))
                .map(StrategyVersion::number)
                .hasValue(2);
        assertThat(portal.versions.planned("shop")).isEmpty();
        assertThat(portal.shop.audit.actions()).contains("strategy.publish shop importance.first");
    }

    @Test
    void shouldRefuseAMomentThatIsOver() {
        assertThatThrownBy(() -> plan("Too late", now())).hasMessageContaining("moment-past");
        assertThat(portal.versions.history("shop", FIRST)).hasSize(1);
    }

    @Test
    void shouldFollowTheOrderOfMoments() {
        plan("In two days", in(DAY.multipliedBy(2)));
        plan("Tomorrow", in(DAY));
        plan("Now", null);
        assertThat(goalThatApplies()).hasValue("Now");
        assertThat(portal.versions.planned("shop"))
                .extracting(StrategyVersion::number)
                .containsExactly(3, 2);
        portal.shop.clock.forward(DAY);
        assertThat(goalThatApplies()).hasValue("Tomorrow");
        portal.shop.clock.forward(DAY);
        assertThat(goalThatApplies()).hasValue("In two days");
    }

    @Test
    void shouldNeverApplyWhatIsTakenBackBeforeItBegins() {
        plan("Never lose them", in(DAY));
        become(2);
        portal.versions.withdraw("shop", FIRST, 2);
        assertThat(portal.versions.history("shop", FIRST).getFirst())
                .returns(Status.WITHDRAWN, StrategyVersion::status)
                .returns(new Decision("user2", now(), ""), StrategyVersion::decision)
                .returns(in(DAY), StrategyVersion::effectiveAt);
        portal.shop.clock.forward(DAY);
        assertThat(goalThatApplies()).isEmpty();
        assertThat(portal.shop.audit.actions()).contains("strategy.withdraw shop importance.first");

        plan("At once", null);
        assertThatThrownBy(() -> portal.versions.withdraw("shop", FIRST, 3))
                .as("it applies already")
                .isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> portal.versions.withdraw("shop", FIRST, 2)).isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldLetOneOfTwoDecide() {
        StrategyVersion planned = plan("Never lose them", in(DAY));
        int vertical = portal.shop.vertical.id();
        Decision decision = new Decision("user2", now(), "");
        StrategyVersion withdrawn = planned.decided(Status.WITHDRAWN, decision, planned.effectiveAt());
        assertThat(dao.decide(vertical, withdrawn, decision, Status.REVIEW)).isFalse();
        assertThat(dao.decide(vertical, withdrawn, decision, Status.PUBLISHED)).isTrue();
        assertThat(dao.decide(vertical, withdrawn, decision, Status.PUBLISHED)).isFalse();
        assertThat(dao.planned(vertical, now())).isEmpty();
        assertThat(dao.current(vertical, in(DAY)).values())
                .extracting(StrategyVersion::number)
                .containsExactly(1);
    }

    @Test
    void shouldKeepTheMomentThatWasAskedFor() {
        requireReview();
        plan("Never lose them", in(DAY));
        assertThat(portal.versions.planned("shop")).as("nobody approved").isEmpty();
        become(2);
        StrategyVersion approved = portal.versions.approve("shop", FIRST, 2);
        assertThat(approved.isPlanned(now())).isTrue();
        assertThat(goalThatApplies()).isEmpty();
        portal.shop.clock.forward(DAY);
        assertThat(goalThatApplies()).hasValue("Never lose them");
    }

    @Test
    void shouldApplyAtOnceWhatIsApprovedAfterItsMoment() {
        requireReview();
        plan("Never lose them", in(DAY));
        portal.shop.clock.forward(DAY.multipliedBy(2));
        assertThat(goalThatApplies()).as("time alone approves nothing").isEmpty();
        become(2);
        assertThat(portal.versions.approve("shop", FIRST, 2).effectiveAt()).isEqualTo(now());
        assertThat(goalThatApplies()).hasValue("Never lose them");
    }

    @Test
    void shouldTellEveryNodeWhenAMomentComes() {
        DueStrategies here = node();
        DueStrategies there = node();
        here.look();
        there.look();
        List<StrategiesChanged> told = new ArrayList<>();
        try (Announcements.Subscription _ =
                portal.shop.announcements.listenWithin(StrategiesChanged.class, told::add)) {
            here.look();
            assertThat(told).isEmpty();
            plan("Never lose them", in(DAY));
            told.clear();
            there.look();
            there.look();
            assertThat(told).as("another node planned it").hasSize(1);
            here.look();
            portal.shop.clock.forward(DAY);
            told.clear();
            here.look();
            there.look();
            assertThat(told).containsExactly(new StrategiesChanged("shop"), new StrategiesChanged("shop"));

            told.clear();
            node().look();
            assertThat(told).as("it may have begun while the node was down").hasSize(1);
        }
    }

    @Test
    void shouldHaveTasksFollowFromTheMoment() {
        portal.vital("mill");
        portal.recompute();
        portal.startFirst();
        portal.shop.clock.forward(Duration.ofMinutes(5));
        StrategyChange copy = start();
        List<StrategyChange.Play> plays = new ArrayList<>(copy.plays());
        plays.add(id(plays.getFirst(), "gift"));
        portal.versions.publish("shop", plays(copy, plays), "why", in(Duration.ofHours(1)), 1, 0);
        assertThat(portal.making.run("shop")).isEqualTo(TaskMaking.Made.NOTHING);

        portal.shop.clock.forward(Duration.ofHours(1));
        assertThat(portal.making.run("shop")).isEqualTo(new TaskMaking.Made(1, 0));
    }

    @Test
    void shouldPlanTheFirstVersionOfAStrategy() {
        SegmentName named = portal.versions.begin("shop", Locale.ENGLISH, "Vital ones");
        StrategyChange change = new StrategyChange(
                named,
                words("Vital ones"),
                "demand == \"vital\"",
                words("Keep them"),
                null,
                null,
                LocalText.NONE,
                List.of(),
                null,
                null);
        portal.versions.publish("shop", change, "why", in(DAY), 0, 1);
        assertThat(portal.versions.start("shop", named)).isEqualTo(change);
        assertThat(portal.published.applied(portal.shop.vertical).find(named)).isEmpty();

        portal.shop.clock.forward(DAY);
        portal.versions.publish("shop", goal(change, "Keep all"), "why", in(DAY), 1, 0);
        assertThatThrownBy(() -> portal.versions.retire("shop", named, "why")).hasMessageContaining("retire-planned");
        portal.versions.withdraw("shop", named, 2);
        portal.versions.retire("shop", named, "why");
        assertThat(portal.versions.history("shop", named))
                .extracting(StrategyVersion::number, StrategyVersion::kind)
                .startsWith(tuple(3, StrategyVersion.Kind.RETIRED));
        assertThat(portal.published.applied(portal.shop.vertical).find(named)).isEmpty();
    }

    private DueStrategies node() {
        return new DueStrategies(dao, portal.shop.verticals, portal.shop.announcements, portal.shop.clock);
    }

    private void requireReview() {
        portal.shop.rights.become(TestRights.user(9, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        portal.shop.versions.requireReview("shop", true);
        become(1);
    }

    private void become(int consultant) {
        portal.shop.rights.become(TestRights.user(consultant, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
    }

    private Instant now() {
        return portal.shop.clock.instant();
    }

    private Instant in(Duration time) {
        return now().plus(time);
    }

    private StrategyChange start() {
        return portal.versions.start("shop", FIRST);
    }

    private StrategyVersion plan(String goal, @Nullable Instant at) {
        int seen = portal.versions.history("shop", FIRST).getFirst().number();
        return portal.versions.publish("shop", goal(start(), goal), "why", at, seen, 0);
    }

    private Optional<String> goalThatApplies() {
        return Optional.ofNullable(
                        portal.published.applied(portal.shop.vertical).set().get(FIRST))
                .map(change -> Objects.requireNonNull(change.goal().in(Locale.ENGLISH)));
    }
}
