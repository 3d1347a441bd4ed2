package org.clientele.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.engine.column.Value;
import org.clientele.segment.ShopPortal;
import org.clientele.workflow.WorkflowRun.State;
import org.clientele.workflow.persistence.RunningDao;
import org.clientele.workflow.persistence.WorkflowDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Grading: propose (whoever may edit), approve (manager, with document), file (manager or consultant). Today is 1 March 2026. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class WorkflowsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final ShopPortal portal;
    private final Workflows workflows;
    private final RunningWorkflows running;
    private Customer vital;

    WorkflowsTest(TestDatabase.Kind kind) {
        portal = ShopPortal.power(kind);
        CustomerLists lists = new CustomerLists(portal.snapshots, portal.rights, portal.audit);
        workflows = new Workflows(
                new WorkflowDao(portal.database.jdbi()),
                portal.verticals,
                portal.customers,
                lists,
                portal.own,
                portal.rights,
                portal.audit,
                portal.announcements,
                portal.clock);
        running = new RunningWorkflows(new RunningDao(portal.database.jdbi()), portal.verticals, portal.rights);
    }

    @BeforeEach
    void addCustomers() {
        for (long id = 1; id <= 4; id++) {
            portal.database
                    .jdbi()
                    .useHandle(h -> h.execute(
                            "INSERT INTO app_user (login, display_name, active, created_at) VALUES (?, ?, TRUE, CURRENT_TIMESTAMP)",
                            "user" + System.nanoTime(),
                            "User"));
        }
        vital = portal.customer("1", "North Store", Map.of("demand", new Value.Text("vital")));
        portal.customer("2", "Kiosk", Map.of());
        portal.snapshots.reload("shop");
        become(1, Role.MANAGER);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldGoFromProposalToTheAttributeInOrder() {
        WorkflowRun run = start();
        assertThat(run.proposed()).isEqualTo("first");
        assertThat(run.nextStep()).isEqualTo("propose");

        run = workflows.record("shop", run, on(TODAY.minusDays(5)));
        run = workflows.record("shop", run, new StepNote(TODAY.minusDays(2), "No. 7", "as proposed"));
        assertThat(stored().attribute("grade")).isEqualTo(Value.MISSING);
        run = workflows.record("shop", run, on(TODAY));

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.nextStep()).isNull();
        assertThat(run.entries())
                .extracting(entry ->
                        entry.kind() + " " + entry.step() + " " + entry.data().day())
                .containsExactly(
                        "STARTED null 2026-02-20",
                        "DONE propose 2026-02-24",
                        "DONE approve 2026-02-27",
                        "DONE file 2026-03-01");
        assertThat(stored().attribute("grade")).isEqualTo(new Value.Text("first"));
        assertThat(portal.audit.actions())
                .containsSubsequence("workflow.start workflow " + run.id(), "workflow.step workflow " + run.id())
                .endsWith("workflow.step workflow " + run.id(), "customer.update customer " + vital.id());
    }

    @Test
    void shouldProposeWhatTheModelSaysAndOnlyWhereItConcerns() {
        assertThat(workflows.ofCustomer("shop", vital)).singleElement().satisfies(state -> {
            assertThat(state.mayStart()).isTrue();
            assertThat(state.proposal()).isEqualTo("first");
        });
        Customer kiosk = portal.customers.findByRef(portal.vertical, "2").orElseThrow();
        assertThat(workflows.ofCustomer("shop", kiosk)).isEmpty();
        assertThatThrownBy(() -> workflows.start("shop", kiosk.id(), "grading", on(TODAY)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-concerned");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02, workflow.problem.future
            2026-02-19, workflow.problem.before
            """)
    void shouldRefuseADayInTheFutureOrBeforeTheStepBefore(LocalDate day, String problem) {
        WorkflowRun run = start();

        assertThatThrownBy(() -> workflows.record("shop", run, on(day)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo(problem));
        assertThat(workflows.get("shop", run.id())).isEqualTo(run);
    }

    @Test
    void shouldTakeTheDayOfTheStepBefore() {
        WorkflowRun run = start();

        assertThat(workflows.record("shop", run, on(run.lastDay())).nextStep()).isEqualTo("approve");
    }

    @Test
    void shouldAskForTheDocumentWhereOneIsNeeded() {
        WorkflowRun run = workflows.record("shop", start(), on(TODAY));

        assertThatThrownBy(() -> workflows.record("shop", run, on(TODAY)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo("workflow.problem.document"));
        assertThatThrownBy(() -> new StepNote(TODAY, "x".repeat(101), "")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new StepNote(TODAY, "", "x".repeat(2_001))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            STAFF,         true,  false, false
            CONSULTANT,    true,  false, true
            MANAGER,       true,  true,  true
            ADMINISTRATOR, true,  true,  true
            """)
    void shouldLetEachStepBeRecordedByItsRoles(Role role, boolean propose, boolean approve, boolean file) {
        WorkflowRun run = start();
        become(2, role);
        assertThat(mayRecord()).isEqualTo(propose);

        become(1, Role.MANAGER);
        WorkflowRun proposed = workflows.record("shop", run, on(TODAY));
        become(2, role);
        assertThat(mayRecord()).isEqualTo(approve);
        if (!approve) {
            assertThatThrownBy(() -> workflows.record("shop", proposed, new StepNote(TODAY, "No. 7", "")))
                    .isInstanceOf(ForbiddenProblem.class);
            assertThatThrownBy(() -> workflows.refuse("shop", proposed, new StepNote(TODAY, "", "no")))
                    .isInstanceOf(ForbiddenProblem.class);
        }

        become(1, Role.MANAGER);
        workflows.record("shop", proposed, new StepNote(TODAY, "No. 7", ""));
        become(2, role);
        assertThat(mayRecord()).isEqualTo(file);
    }

    @Test
    void shouldFollowTheRightToEditWhereAStepNamesNoRoles() {
        portal.rights.limit((permission, vertical) ->
                permission == Permission.EDIT_CUSTOMER ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());

        assertThat(workflows.ofCustomer("shop", vital)).isEmpty();
        assertThatThrownBy(this::start).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldSettleTheAttributeEvenByARoleThatMayNotEditCustomers() {
        WorkflowRun run = workflows.record("shop", start(), on(TODAY));
        WorkflowRun approved = workflows.record("shop", run, new StepNote(TODAY, "No. 7", ""));
        portal.rights.limit((permission, vertical) ->
                permission == Permission.EDIT_CUSTOMER ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());

        workflows.record("shop", approved, on(TODAY));

        assertThat(stored().attribute("grade")).isEqualTo(new Value.Text("first"));
    }

    @Test
    void shouldEndWithARefusalThatSaysWhyAndStartAnew() {
        WorkflowRun run = start();
        assertThatThrownBy(() -> workflows.refuse("shop", run, on(TODAY)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo("workflow.problem.note"));

        WorkflowRun refused = workflows.refuse("shop", run, new StepNote(TODAY, "", "load too small"));

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.entry("propose").orElseThrow().data().note()).isEqualTo("load too small");
        assertThat(stored().attribute("grade")).isEqualTo(Value.MISSING);
        assertThat(start().id()).isNotEqualTo(refused.id());
        assertThat(workflows.history("shop", vital.id())).hasSize(2);
    }

    @Test
    void shouldBeWithdrawnByWhoeverBeganIt() {
        become(3, Role.STAFF);
        WorkflowRun run = start();
        portal.rights.limit((permission, vertical) ->
                permission == Permission.EDIT_CUSTOMER ? EnumSet.of(Role.ADMINISTRATOR) : permission.roles());
        become(4, Role.STAFF);
        assertThatThrownBy(() -> workflows.withdraw("shop", run, new StepNote(TODAY, "", "mistake")))
                .isInstanceOf(ForbiddenProblem.class);

        become(3, Role.STAFF);
        assertThat(workflows
                        .withdraw("shop", run, new StepNote(TODAY, "", "mistake"))
                        .state())
                .isEqualTo(State.WITHDRAWN);
    }

    @Test
    void shouldNotRunTwiceAtATime() {
        start();

        assertThatThrownBy(this::start).isInstanceOfSatisfying(ConflictProblem.class, p -> assertThat(p.key())
                .isEqualTo("workflow.problem.running"));
    }

    @Test
    void shouldLetOneOfTwoWinWhoRecordTheSameStep() throws Exception {
        WorkflowRun run = start();
        CountDownLatch ready = new CountDownLatch(2);
        Callable<Boolean> attempt = () -> {
            ready.countDown();
            ready.await();
            return Boolean.TRUE.equals(portal.database.transactions().execute(status -> {
                try {
                    workflows.record("shop", run, on(TODAY));
                    return true;
                } catch (ConflictProblem conflict) {
                    status.setRollbackOnly();
                    assertThat(conflict.key()).isEqualTo("workflow.problem.conflict");
                    return false;
                }
            }));
        };

        List<Boolean> outcomes = together(attempt);

        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        assertThat(workflows.get("shop", run.id()).entries()).hasSize(2);
    }

    @Test
    void shouldRecordNothingWhenTheAttributeCannotBeSet() {
        WorkflowRun run = workflows.record("shop", start(), on(TODAY));
        WorkflowRun approved = workflows.record("shop", run, new StepNote(TODAY, "No. 7", ""));

        assertThatThrownBy(() -> portal.database.transactions().executeWithoutResult(status -> {
                    workflows.record("shop", approved, on(TODAY));
                    throw new IllegalStateException("the rest of the transaction failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(workflows.get("shop", run.id()).state()).isEqualTo(State.RUNNING);
        assertThat(stored().attribute("grade")).isEqualTo(Value.MISSING);
    }

    @Test
    void shouldListWhatWaitsForTheUser() {
        WorkflowRun run = start();
        assertThat(running.waitingForMe("shop", false, 10)).hasSize(1);
        assertThat(running.waitingForMe("shop", true, 10))
                .as("nobody looks after the customer")
                .isEmpty();

        workflows.record("shop", run, on(TODAY));
        become(2, Role.STAFF);
        assertThat(running.waitingForMe("shop", false, 10)).isEmpty();
        assertThat(running.count("shop", RunningQuery.ALL)).isEqualTo(1);
        become(1, Role.MANAGER);
        assertThat(running.waitingForMe("shop", false, 10))
                .extracting(RunningWorkflow::nextStep)
                .containsExactly("approve");
    }

    @Test
    void shouldReadTheAddressThatItWrites() {
        RunningQuery query = new RunningQuery("mill", "grading", "approve", 7L, RunningQuery.Sort.OWNER, true);

        assertThat(RunningQuery.parse(query.parameters())).isEqualTo(query);
        assertThat(RunningQuery.ALL.parameters()).isEmpty();
        assertThat(RunningQuery.parse(Map.of("owner", List.of("x"), "sort", List.of("size"))))
                .isEqualTo(RunningQuery.ALL);
    }

    @Test
    void shouldShowNothingToStrangers() {
        portal.rights.become(TestRights.user(1, new Grant(Role.MANAGER, "other")));

        assertThatThrownBy(() -> workflows.ofCustomer("shop", vital)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> workflows.history("shop", vital.id())).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> running.page("shop", RunningQuery.ALL, 0, 10)).isInstanceOf(ForbiddenProblem.class);
    }

    private <T> List<T> together(Callable<T> attempt) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> one = threads.submit(attempt);
            Future<T> other = threads.submit(attempt);
            return List.of(one.get(), other.get());
        }
    }

    private boolean mayRecord() {
        return workflows.ofCustomer("shop", vital).getFirst().mayRecord();
    }

    private WorkflowRun start() {
        return workflows.start("shop", vital.id(), "grading", on(TODAY.minusDays(9)));
    }

    private static StepNote on(LocalDate day) {
        return new StepNote(day, "", "");
    }

    private void become(long id, Role role) {
        portal.rights.become(TestRights.user(id, new Grant(role, Grant.EVERYWHERE)));
    }

    private Customer stored() {
        return portal.customers.find(portal.vertical, vital.id()).orElseThrow();
    }
}
