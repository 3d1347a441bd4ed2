package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clientele.strategy.StrategyEdits.goal;
import static org.clientele.strategy.StrategyEdits.id;
import static org.clientele.strategy.StrategyEdits.plays;
import static org.clientele.strategy.StrategyEdits.step;
import static org.clientele.strategy.StrategyEdits.stopWhen;
import static org.clientele.strategy.StrategyEdits.text;
import static org.clientele.strategy.StrategyEdits.times;
import static org.clientele.strategy.StrategyEdits.with;
import static org.clientele.strategy.StrategyEdits.words;
import static org.clientele.strategy.TaskPortal.FIRST;
import static org.clientele.strategy.TaskPortal.SECOND;
import static org.clientele.strategy.TaskPortal.TODAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class StrategyVersionsTest {
    private final TaskPortal portal;

    StrategyVersionsTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldPublishACopyAsANewVersionAndGoBack() {
        StrategyChange copy = start(FIRST);
        portal.publish(goal(copy, "Never lose them"));

        assertThat(applied(FIRST).goal().in(Locale.ENGLISH)).isEqualTo("Never lose them");
        assertThat(applied(FIRST).goal().in(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(copy.goal().in(Locale.SIMPLIFIED_CHINESE));
        assertThat(history(FIRST))
                .extracting(StrategyVersion::number, StrategyVersion::kind, StrategyVersion::author)
                .containsExactly(
                        tuple(2, StrategyVersion.Kind.SET, "user1"), tuple(1, StrategyVersion.Kind.INSTALLED, ""));

        portal.versions.rollBack("shop", FIRST, 1, "It worked better");
        assertThat(history(FIRST).getFirst().kind()).isEqualTo(StrategyVersion.Kind.INSTALLED);
        assertThat(portal.published.applied(portal.shop.vertical).set()).isEmpty();
        assertThat(portal.shop.audit.actions()).contains("strategy.publish shop importance.first");
    }

    @Test
    void shouldKeepOneDraftForAllAndTellWhoSavedIt() {
        StrategyChange change = start(FIRST);
        portal.versions.save("shop", goal(change, "One"), 0);
        assertThatThrownBy(() -> portal.versions.save("shop", goal(change, "Two"), 0))
                .isInstanceOf(ConflictProblem.class)
                .hasMessageContaining("draft-changed");
        portal.versions.save("shop", goal(change, "Two"), 1);

        assertThat(start(FIRST).goal().in(Locale.ENGLISH)).isEqualTo("Two");
        assertThatThrownBy(() -> portal.versions.publish("shop", change, "why", null, 1, 1))
                .as("another revision than the one seen")
                .isInstanceOf(ConflictProblem.class);
        portal.versions.publish("shop", start(FIRST), "why", null, 1, 2);
        assertThat(portal.versions.drafts("shop")).isEmpty();
        assertThatThrownBy(() -> portal.versions.publish("shop", change, "why", null, 1, 0))
                .as("a version was published since")
                .isInstanceOf(ConflictProblem.class);
    }

    @Test
    void shouldRefuseWhatDoesNotGoWithTheVertical() {
        StrategyChange change = start(FIRST);
        StrategyChange.Play first = change.plays().getFirst();
        assertProblem(goal(change, " "), "empty.goal");
        assertProblem(plays(change, List.of(text(first, "Dear {nobody}"))), "template");
        assertProblem(plays(change, List.of(text(first, "Dear {name"))), "brace");
        assertProblem(plays(change, List.of(first, first)), "play-id");
        assertProblem(plays(change, List.of(step(first, PlayDefinition.From.DATE, "demand", 0, null))), "counted");
        assertProblem(plays(change, List.of(step(first, PlayDefinition.From.ENTRY, null, -1, null))), "days");
        assertProblem(plays(change, List.of(times(first, 3))), "times");
        assertProblem(stopWhen(change, "demand =="), "condition");
        assertProblem(condition("c9", ""), "no-condition");
        assertThatThrownBy(() -> portal.versions.publish("shop", change, " ", null, 1, 0))
                .hasMessageContaining("note");
    }

    @Test
    void shouldLetConsultantsWriteAndOthersRead() {
        StrategyChange change = start(FIRST);
        portal.shop.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        assertThat(portal.versions.history("shop", FIRST)).hasSize(1);
        assertThatThrownBy(() -> portal.versions.publish("shop", change, "why", null, 1, 0))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.versions.save("shop", change, 0)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.versions.start("shop", FIRST)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.runs.load("shop", change)).isInstanceOf(ForbiddenProblem.class);
    }

    private void requireReview() {
        become(9, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
    }

    private void become(int user, Role role) {
        portal.shop.rights.become(TestRights.user(user, new Grant(role, Grant.EVERYWHERE)));
    }

    @Test
    void shouldNoteThatAPluginsDefaultChangedBesideWhatIsPublished() {
        portal.publish(goal(start(FIRST), "Mine"));
        portal.defaults.note("shop");
        assertThat(history(FIRST)).as("the default is the same").hasSize(2);

        StrategyChange older = portal.versions.content("shop", history(FIRST).getLast());
        portal.shop.database.jdbi().useHandle(handle -> handle.createUpdate(
                        "UPDATE strategy_version SET content = :content WHERE version_number = 1")
                .bind("content", StrategyCodec.write(goal(older, "As the plugin said before its upgrade")))
                .execute());
        portal.defaults.note("shop");
        portal.defaults.note("shop");

        assertThat(history(FIRST))
                .extracting(StrategyVersion::number, StrategyVersion::status)
                .containsExactly(
                        tuple(3, StrategyVersion.Status.OFFERED),
                        tuple(2, StrategyVersion.Status.PUBLISHED),
                        tuple(1, StrategyVersion.Status.PUBLISHED));
        assertThat(applied(FIRST).goal().in(Locale.ENGLISH)).isEqualTo("Mine");
        portal.versions.rollBack("shop", FIRST, 3, "The new one is better");
        assertThat(portal.published.applied(portal.shop.vertical).set()).isEmpty();
    }

    @Test
    void shouldHaveARunningStrategyFollowWithoutAskingTwice() {
        portal.vital("mill");
        portal.recompute();
        portal.startFirst();
        portal.tasks.done("shop", portal.task("welcome"));
        portal.tasks.done("shop", portal.task("review"));
        later();

        StrategyChange copy = start(FIRST);
        List<StrategyChange.Play> plays = new ArrayList<>(copy.plays());
        plays.set(0, step(plays.get(0), PlayDefinition.From.ENTRY, null, 4, null));
        plays.set(1, step(plays.get(1), PlayDefinition.From.ENTRY, null, 12, 90));
        plays.remove(3);
        plays.add(step(id(plays.getFirst(), "gift"), PlayDefinition.From.ENTRY, null, 2, null));
        portal.publish(plays(copy, plays));

        assertThat(portal.making.run("shop")).as("gift is new, thank is gone").isEqualTo(new TaskMaking.Made(1, 1));
        assertThat(portal.open())
                .extracting(task -> task.play().play(), Task::dueOn)
                .containsExactly(tuple("gift", TODAY.plusDays(2)), tuple("renew", TODAY.plusDays(3)));
        assertThat(portal.node().run("shop")).isEqualTo(TaskMaking.Made.NOTHING);

        portal.shop.purchases(List.of(new Purchase("other", TODAY.plusDays(95), 1)));
        portal.recompute();
        portal.making.run("shop");
        assertThat(portal.task("review").dueOn())
                .as("the next of those repeated")
                .isEqualTo(TODAY.plusDays(102));
    }

    @Test
    void shouldFollowOnceWhenNodesRunDuringThePublicationAndOneCrashes() {
        IntStream.range(0, 20).forEach(i -> portal.vital("mill" + i));
        portal.recompute();
        portal.startFirst();
        later();
        StrategyChange copy = start(FIRST);
        List<StrategyChange.Play> plays = new ArrayList<>(copy.plays());
        plays.add(step(id(plays.getFirst(), "gift"), PlayDefinition.From.ENTRY, null, 1, null));
        portal.publish(plays(copy, plays));
        portal.shop.database.transactions().executeWithoutResult(crash -> {
            assertThat(portal.node().run("shop").made()).isEqualTo(20);
            crash.setRollbackOnly();
        });

        List<CompletableFuture<TaskMaking.Made>> nodes = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> portal.node().run("shop")))
                .toList();
        assertThat(nodes.stream().mapToInt(node -> node.join().made()).sum()).isEqualTo(20);
        assertThat(portal.states()).containsEntry("OPEN", 100L);
    }

    @Test
    void shouldTreatWhoeverMeetsACondition() {
        portal.vital("mill");
        portal.vital("forge");
        portal.shop.purchases(List.of(new Purchase("kiosk", TODAY, 5)));
        SegmentName named = portal.versions.begin("shop", Locale.ENGLISH, "Vital ones");
        StrategyChange change = condition(named.segment(), "demand == \"vital\"");
        portal.versions.publish("shop", change, "why", null, 0, 1);
        portal.recompute();

        assertThat(portal.runs.load(portal.shop.snapshot(), named))
                .returns(2, StrategyRuns.Load::members)
                .returns(2, StrategyRuns.Load::total);
        portal.runs.start("shop", named);
        assertThat(portal.making.run("shop").made()).isEqualTo(2);
        assertThat(portal.node().run("shop")).isEqualTo(TaskMaking.Made.NOTHING);
        assertThatThrownBy(() -> portal.versions.retire("shop", named, "why")).hasMessageContaining("retire-running");

        portal.runs.stop("shop", named);
        portal.versions.retire("shop", named, "It was a trial");
        assertThat(portal.making.run("shop")).isEqualTo(new TaskMaking.Made(0, 2));
        assertThat(portal.published.applied(portal.shop.vertical).find(named)).isEmpty();
        portal.versions.rollBack("shop", named, 1, "We miss it");
        assertThat(portal.published.applied(portal.shop.vertical).find(named)).isPresent();
    }

    @Test
    void shouldCountARepeatedPlayAndStopOnItsCondition() {
        portal.vital("mill");
        StrategyChange copy = start(SECOND);
        StrategyChange.Play play = step(
                new StrategyChange.Play(
                        start(FIRST).plays().getFirst().step(), 2, words("Call"), words("Call {name}"), LocalText.NONE),
                PlayDefinition.From.ENTRY,
                null,
                0,
                7);
        portal.publish(plays(with(start(FIRST), Relationship.PARTNERSHIP), List.of(play)));
        portal.recompute();

        assertThat(copy.plays()).isEmpty();
        assertThat(portal.runs.load(portal.shop.snapshot(), FIRST).weeks()).containsExactly(1, 1, 0, 0, 0, 0, 0, 0);
        portal.startFirst();
        assertThat(portal.open()).hasSize(1);

        later();
        portal.publish(stopWhen(start(FIRST), "demand == \"vital\""));
        assertThat(portal.making.run("shop")).isEqualTo(new TaskMaking.Made(0, 1));
        assertThat(portal.runs.load(portal.shop.snapshot(), FIRST).total()).isZero();
    }

    private void later() {
        portal.shop.clock.forward(Duration.ofMinutes(5));
    }

    private StrategyChange start(SegmentName segment) {
        return portal.versions.start("shop", segment);
    }

    private List<StrategyVersion> history(SegmentName segment) {
        return portal.versions.history("shop", segment);
    }

    private StrategyChange applied(SegmentName segment) {
        return Objects.requireNonNull(
                portal.published.applied(portal.shop.vertical).set().get(segment));
    }

    private void assertProblem(StrategyChange change, String key) {
        assertThatThrownBy(() -> portal.versions.publish("shop", change, "why", null, 1, 0))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(key);
    }

    private StrategyChange condition(String id, String when) {
        StrategyChange.Play play = portal.versions.start("shop", FIRST).plays().getFirst();
        return new StrategyChange(
                new SegmentName(StrategyChange.CONDITION, id),
                words("Vital ones"),
                when,
                words("Keep them"),
                null,
                null,
                LocalText.NONE,
                List.of(play),
                null,
                null);
    }
}
