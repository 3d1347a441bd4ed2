package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.notification.Audience;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.worklist.WorkQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class TasksTest {
    private static final LocalDate NOW = LocalDate.of(2026, 2, 20);

    private final TaskPortal portal;
    private Customer mill;

    TasksTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
        mill = portal.vital("mill");
    }

    @BeforeEach
    void run() {
        portal.recompute();
        portal.startFirst();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldLetWhoeverIsFirstTakeATask() {
        Task seen = portal.task("welcome");
        portal.tasks.claim("shop", seen);
        assertThat(portal.task("welcome").owner()).isEqualTo("User 1");

        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> portal.tasks.claim("shop", seen)).isInstanceOf(ConflictProblem.class);
        assertThatThrownBy(() -> portal.tasks.claim("shop", portal.task("welcome")))
                .isInstanceOf(ConflictProblem.class);
        assertThat(portal.tasks.open(
                        "shop",
                        new WorkQuery(
                                WorkQuery.Whose.mineAndFree(
                                        portal.shop.rights.user().id()),
                                null,
                                NOW.plusDays(30),
                                null),
                        10))
                .as("what another has is not listed as mine or free")
                .extracting(task -> task.play().play())
                .containsExactly("renew", "thank", "review");

        portal.tasks.release("shop", seen.id());
        assertThat(portal.task("welcome").ownerId()).isNull();
    }

    @Test
    void shouldTellWhoeverIsGivenATask() {
        List<Notice> told = new ArrayList<>();
        portal.shop.announcements.listenWithin(Notice.class, told::add);
        portal.tasks.handOver("shop", portal.task("welcome"), 2);
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.TASK_HANDED_OVER);
            assertThat(notice.customerId()).isEqualTo(mill.id());
            assertThat(notice.audience()).isEqualTo(Audience.of(Set.of(2L)).except(1));
        });
    }

    @Test
    void shouldFinishAndTakeItBack() {
        Task welcome = portal.task("welcome");
        portal.tasks.done("shop", welcome);
        assertThat(portal.states()).containsExactly(Map.entry("DONE", 1L), Map.entry("OPEN", 3L));
        assertThatThrownBy(() -> portal.tasks.done("shop", welcome)).isInstanceOf(ConflictProblem.class);

        portal.tasks.reopen("shop", welcome.id());
        assertThat(portal.states()).containsExactly(Map.entry("OPEN", 4L));
        assertThatThrownBy(() -> portal.tasks.reopen("shop", welcome.id())).isInstanceOf(ConflictProblem.class);
        assertThat(portal.shop.audit.actions()).contains("strategy.task shop");
    }

    @Test
    void shouldAskForAReasonBeforeSkipping() {
        Task thank = portal.task("thank");
        assertThatThrownBy(() -> portal.tasks.skip("shop", thank, "  "))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> portal.tasks.skip("shop", thank, "x".repeat(1001)))
                .hasMessageContaining("[1000, 1001]");
        assertThat(portal.states()).containsExactly(Map.entry("OPEN", 4L));

        portal.tasks.skip("shop", thank, "x".repeat(1000));
        assertThat(portal.states()).containsExactly(Map.entry("OPEN", 3L), Map.entry("SKIPPED", 1L));
    }

    @Test
    void shouldPostponeButNotIntoThePast() {
        Task welcome = portal.task("welcome");
        portal.tasks.postpone("shop", welcome.id(), NOW.plusDays(5));
        assertThat(portal.task("welcome").dueOn()).isEqualTo(NOW.plusDays(5));
        assertThat(portal.tasks.open("shop", new WorkQuery(WorkQuery.Whose.EVERYBODY, null, NOW.plusDays(4), null), 10))
                .extracting(task -> task.play().play())
                .containsExactly("renew", "thank");
        assertThatThrownBy(() -> portal.tasks.postpone("shop", welcome.id(), NOW.minusDays(1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2026-02-19");
        assertThat(portal.making.run("shop"))
                .as("a postponed task is not made again")
                .isEqualTo(TaskMaking.Made.NOTHING);
    }

    @Test
    void shouldKeepTasksOfOthersCustomersFromWhoeverSeesOnlyOwnOnes() {
        portal.lookAfter(portal.vital("forge"), 2);
        portal.recompute();
        portal.making.run("shop");
        Task strange = portal.open().stream()
                .filter(task -> task.customerId() == mill.id())
                .findFirst()
                .orElseThrow();

        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE, true)));
        assertThat(portal.open()).hasSize(4).allMatch(task -> task.customer().equals("forge"));
        assertThatThrownBy(() -> portal.tasks.done("shop", strange)).isInstanceOf(Problem.class);

        portal.shop.rights.become(TestRights.with().user());
        assertThatThrownBy(portal::open).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldGiveTheTeamsTasksToWhoeverHasTheFewest() {
        StaffLoad load = new StaffLoad(List.of(7L, 8L), List.of(known(7), known(7), known(8)));
        assertThat(Stream.generate(load::next).limit(4)).containsExactly(8L, 7L, 8L, 7L);
        assertThat(new StaffLoad(List.of(), List.of()).next()).isNull();
    }

    private static KnownTask known(long owner) {
        return new KnownTask(1, 1, new TaskPlay(TaskPortal.FIRST, "call"), NOW, TaskState.OPEN, owner, null, false);
    }
}
