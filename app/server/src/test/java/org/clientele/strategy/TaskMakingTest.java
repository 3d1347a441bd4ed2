package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.clientele.strategy.TaskPortal.FIRST;
import static org.clientele.strategy.TaskPortal.SECOND;
import static org.clientele.strategy.TaskPortal.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.engine.column.Value;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class TaskMakingTest {
    private final TestDatabase.Kind kind;
    private final TaskPortal portal;

    TaskMakingTest(TestDatabase.Kind kind) {
        this.kind = kind;
        portal = TaskPortal.open(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldMakeATaskOfEveryPlayThatFallsDue() {
        portal.vital("mill");
        portal.recompute();

        assertThat(portal.startFirst()).isEqualTo(new TaskMaking.Made(4, 0));
        assertThat(portal.open())
                .extracting(task -> task.play().play(), Task::dueOn, Task::customer)
                .containsExactly(
                        tuple("welcome", TODAY, "mill"),
                        tuple("renew", TODAY.plusDays(3), "mill"),
                        tuple("thank", TODAY.plusDays(3), "mill"),
                        tuple("review", TODAY.plusDays(7), "mill"));
    }

    @Test
    void shouldHaveWhatIsOverDueAtOnceWhereDataEndEarlier() {
        portal.vital("mill");
        portal.recompute();
        portal.shop.clock.forward(Duration.ofDays(5));

        portal.startFirst();
        assertThat(portal.open())
                .extracting(task -> task.play().play(), Task::dueOn)
                .containsExactlyInAnyOrder(
                        tuple("welcome", TODAY.plusDays(5)),
                        tuple("renew", TODAY.plusDays(5)),
                        tuple("thank", TODAY.plusDays(5)),
                        tuple("review", TODAY.plusDays(7)));
    }

    @Test
    void shouldMakeNothingBeforeAStrategyRuns() {
        portal.vital("mill");
        portal.recompute();

        assertThat(portal.making.run("shop")).isEqualTo(TaskMaking.Made.NOTHING);
        assertThat(portal.open()).isEmpty();
    }

    @Test
    void shouldLetTasksThatAnImportBroughtWaitForTheirStrategy() {
        portal.vital("mill");
        portal.recompute();
        portal.startFirst();
        portal.runs.stop("shop", FIRST);
        portal.importedTasks();

        assertThat(portal.making.run("shop")).isEqualTo(TaskMaking.Made.NOTHING);
        portal.startFirst();
        assertThat(portal.states()).containsExactly(Map.entry("OPEN", 4L));

        portal.runs.stop("shop", FIRST);
        assertThat(portal.making.run("shop")).isEqualTo(new TaskMaking.Made(0, 4));
    }

    @Test
    void shouldMakeNothingTwiceWhateverBecameOfIt() {
        portal.vital("mill");
        portal.recompute();
        portal.startFirst();
        portal.tasks.done("shop", portal.task("welcome"));
        portal.tasks.skip("shop", portal.task("thank"), "on holiday");

        assertThat(portal.making.run("shop")).isEqualTo(TaskMaking.Made.NOTHING);
        assertThat(portal.node().run("shop")).isEqualTo(TaskMaking.Made.NOTHING);
        assertThat(portal.states())
                .containsExactly(Map.entry("DONE", 1L), Map.entry("OPEN", 2L), Map.entry("SKIPPED", 1L));
    }

    @Test
    void shouldMakeNothingTwiceOnTwoNodes() {
        assumeThat(kind).as("HSQLDB has one node").isEqualTo(TestDatabase.Kind.POSTGRESQL);
        IntStream.range(0, 30).forEach(i -> portal.vital("mill" + i));
        portal.recompute();
        portal.runs.start("shop", FIRST);

        List<CompletableFuture<TaskMaking.Made>> nodes = IntStream.range(0, 4)
                .mapToObj(i -> portal.node())
                .map(node -> CompletableFuture.supplyAsync(() -> node.run("shop")))
                .toList();
        assertThat(nodes.stream().mapToInt(node -> node.join().made())).containsOnly(120, 0, 0, 0);
        assertThat(portal.states()).containsExactly(Map.entry("OPEN", 120L));
    }

    @Test
    void shouldEndWhatIsOpenWhenTheCustomerLeavesAndBeginAnewOnReturn() {
        Customer mill = portal.vital("mill");
        portal.recompute();
        portal.startFirst();
        portal.tasks.done("shop", portal.task("welcome"));
        demand(mill, "large");
        portal.recompute();

        assertThat(portal.making.run("shop")).isEqualTo(new TaskMaking.Made(0, 3));
        assertThat(portal.open()).isEmpty();

        demand(mill, "vital");
        portal.shop.purchases(List.of(new Purchase("other", TODAY.plusDays(40), 1)));
        portal.recompute();
        assertThat(portal.making.run("shop").made()).isEqualTo(2);
        assertThat(portal.open()).extracting(task -> task.play().play()).containsExactly("welcome", "review");
    }

    @Test
    void shouldEndWhatIsOpenWhenTheStrategyEnds() {
        portal.vital("mill");
        portal.recompute();
        portal.startFirst();
        portal.runs.stop("shop", FIRST);

        assertThat(portal.making.run("shop")).isEqualTo(new TaskMaking.Made(0, 4));
        assertThat(portal.states()).containsExactly(Map.entry("STOPPED", 4L));
        assertThat(portal.shop.audit.actions()).contains("strategy.start shop", "strategy.stop shop");
    }

    @Test
    void shouldRepeatAPlayOnceTheOneBeforeIsClosed() {
        portal.vital("mill");
        portal.recompute();
        portal.startFirst();
        portal.shop.purchases(List.of(new Purchase("other", TODAY.plusDays(90), 1)));
        portal.recompute();
        portal.making.run("shop");
        assertThat(portal.open())
                .filteredOn(task -> task.play().play().equals("review"))
                .hasSize(1);

        portal.tasks.done("shop", portal.task("review"));
        assertThat(portal.making.run("shop").made()).isEqualTo(1);
        assertThat(portal.task("review").dueOn()).isEqualTo(TODAY.plusDays(97));
    }

    @Test
    void shouldNotMakeUpForWhatWasDueBeforeTheStart() {
        portal.vital("mill");
        portal.recompute();
        portal.shop.purchases(List.of(new Purchase("other", TODAY.plusDays(5), 1)));
        portal.recompute();

        portal.startFirst();
        assertThat(portal.open()).extracting(task -> task.play().play()).containsExactly("review");
    }

    @Test
    void shouldMakeUpForWhatFellDueWhileThePortalWasDown() {
        portal.vital("mill");
        portal.recompute();
        portal.runs.start("shop", FIRST);
        portal.shop.purchases(List.of(new Purchase("other", TODAY.plusDays(5), 1)));
        portal.recompute();
        portal.making.run("shop");
        assertThat(portal.open())
                .extracting(task -> task.play().play(), Task::dueOn)
                .contains(tuple("welcome", TODAY));
    }

    @Test
    void shouldGiveTasksToTheAccountManager() {
        Customer mill = portal.vital("mill");
        portal.vital("forge");
        portal.lookAfter(mill, 2);
        portal.recompute();
        portal.startFirst();

        assertThat(portal.open())
                .extracting(Task::customer, Task::owner)
                .containsOnly(tuple("mill", "User 2"), tuple("forge", null));
        StrategyRuns.Load load = portal.runs.load(portal.shop.snapshot(), FIRST);
        assertThat(load.withoutManager()).isEqualTo(4);
    }

    @Test
    void shouldSayWhatRunningAStrategyAsksForWeekByWeek() {
        portal.vital("mill");
        portal.vital("forge");
        demand(portal.vital("weaver"), "large");
        portal.recompute();

        StrategyRuns.Load load = portal.runs.load(portal.shop.snapshot(), FIRST);
        assertThat(load.members()).isEqualTo(2);
        assertThat(load.treated()).isEqualTo(2);
        assertThat(load.weeks()).containsExactly(6, 2, 0, 0, 0, 0, 0, 0);
        assertThat(load.total()).isEqualTo(8);
        assertThat(portal.open()).as("nothing is made by looking").isEmpty();
    }

    @Test
    void shouldRefuseWhatCannotRun() {
        portal.runs.start("shop", FIRST);
        assertThatThrownBy(() -> portal.runs.start("shop", FIRST)).isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> portal.runs.start("shop", SECOND))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no-plays");
        assertThatThrownBy(() -> portal.runs.stop("shop", SECOND)).isInstanceOf(ConflictProblem.class);

        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> portal.runs.stop("shop", FIRST)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.runs.load("shop", FIRST)).isInstanceOf(ForbiddenProblem.class);
        assertThat(portal.runs.running("shop")).containsOnlyKeys(FIRST);
    }

    private void demand(Customer customer, String demand) {
        portal.shop.customers.setAttribute(portal.shop.vertical, customer.id(), "demand", new Value.Text(demand));
    }
}
