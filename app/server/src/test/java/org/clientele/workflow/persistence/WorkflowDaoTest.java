package org.clientele.workflow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.workflow.RunningQuery;
import org.clientele.workflow.RunningQuery.Sort;
import org.clientele.workflow.RunningWorkflow;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.WorkflowEntry;
import org.clientele.workflow.WorkflowEntry.Kind;
import org.clientele.workflow.WorkflowRun;
import org.clientele.workflow.WorkflowRun.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class WorkflowDaoTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<String> ALL = List.of("grading", "connection");

    private final TestDatabase database;
    private final WorkflowDao dao;
    private final RunningDao running;
    private int vertical;
    private long user;
    private long chen;
    private long mill;

    WorkflowDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        dao = new WorkflowDao(database.jdbi());
        running = new RunningDao(database.jdbi());
    }

    @BeforeEach
    void addCustomers() {
        vertical = insert("INSERT INTO vertical (vertical_key, currency, as_of_mode) VALUES ('power', 'USD', 'TODAY')")
                .intValue();
        user = insert("INSERT INTO app_user (login, display_name, active, created_at) VALUES ('li', 'Li Na', TRUE, "
                + "CURRENT_TIMESTAMP)");
        chen = customer("00417", "'Chen Meiling'", user);
        mill = customer("00418", "NULL", null);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldReadBackWhatHappenedInOrder() {
        WorkflowRun run = begin(chen, "grading", "first", MONDAY);
        assertThat(run.state()).isEqualTo(State.RUNNING);
        assertThat(run.nextStep()).isEqualTo("propose");
        assertThat(run.proposed()).isEqualTo("first");

        WorkflowEntry proposed = new WorkflowEntry(
                Kind.DONE, "propose", new StepNote(MONDAY.plusDays(1), "文 2026-7", "two\nlines"), NOW, user, "Li Na");
        assertThat(dao.advance(vertical, run, State.RUNNING, "approve", proposed))
                .isTrue();

        WorkflowRun after = dao.find(vertical, run.id()).orElseThrow();
        assertThat(after.entries()).containsExactly(run.entries().getFirst(), proposed);
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.nextStep()).isEqualTo("approve");
        assertThat(after.lastDay()).isEqualTo(MONDAY.plusDays(1));
        assertThat(dao.ofCustomer(vertical, chen)).containsExactly(after);
    }

    @Test
    void shouldAllowOneRunAtATimeOfEachWorkflow() {
        WorkflowRun first = begin(chen, "grading", null, MONDAY);
        assertThat(dao.begin(vertical, chen, "grading", null, "propose", entry(Kind.STARTED, null, MONDAY)))
                .isEmpty();
        assertThat(begin(chen, "connection", null, MONDAY).id()).isNotEqualTo(first.id());

        dao.advance(vertical, first, State.WITHDRAWN, null, entry(Kind.WITHDRAWN, null, MONDAY));
        WorkflowRun second = begin(chen, "grading", null, MONDAY);
        assertThat(dao.ofCustomer(vertical, chen))
                .filteredOn(run -> run.workflow().equals("grading"))
                .extracting(WorkflowRun::id)
                .containsExactly(second.id(), first.id());
    }

    @Test
    void shouldRefuseWhoeverSawAnOlderState() {
        WorkflowRun seen = begin(chen, "grading", null, MONDAY);
        assertThat(dao.advance(vertical, seen, State.RUNNING, "approve", entry(Kind.DONE, "propose", MONDAY)))
                .isTrue();
        assertThat(dao.advance(vertical, seen, State.RUNNING, "approve", entry(Kind.DONE, "propose", MONDAY)))
                .isFalse();
        assertThat(dao.find(vertical, seen.id()).orElseThrow().entries()).hasSize(2);
    }

    @Test
    void shouldChangeNothingOnceARunHasEnded() {
        WorkflowRun run = begin(chen, "grading", null, MONDAY);
        dao.advance(vertical, run, State.REFUSED, null, entry(Kind.REFUSED, "propose", MONDAY));
        WorkflowRun ended = dao.find(vertical, run.id()).orElseThrow();

        assertThat(ended.nextStep()).isNull();
        assertThat(dao.advance(vertical, ended, State.RUNNING, "approve", entry(Kind.DONE, "propose", MONDAY)))
                .isFalse();
    }

    @Test
    void shouldListWhatRunsByWorkflowStepOwnerAndName() {
        begin(chen, "grading", "first", MONDAY.minusDays(9));
        WorkflowRun connection = begin(chen, "connection", null, MONDAY.minusDays(3));
        begin(mill, "grading", "second", MONDAY.minusDays(5));
        dao.advance(vertical, connection, State.RUNNING, "scheme", entry(Kind.DONE, "propose", MONDAY));

        assertThat(list(RunningQuery.ALL)).containsExactly("00417", "00418", "00417");
        assertThat(running.page(vertical, ALL, RunningQuery.ALL, 0, 1).getFirst())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new RunningWorkflow(
                        0,
                        chen,
                        "Chen Meiling",
                        "grading",
                        "first",
                        "propose",
                        MONDAY.minusDays(9),
                        MONDAY.minusDays(9),
                        "Li Na"));
        assertThat(list(RunningQuery.ALL.withWorkflow("grading"))).containsExactly("00417", "00418");
        assertThat(list(RunningQuery.ALL.withWorkflow("connection").withStep("scheme")))
                .hasSize(1);
        assertThat(list(RunningQuery.ALL.withWorkflow("connection").withStep("survey")))
                .isEmpty();
        assertThat(list(RunningQuery.ALL.withOwner(user))).hasSize(2);
        assertThat(list(RunningQuery.ALL.withSearch("MEIL"))).hasSize(2);
        assertThat(list(RunningQuery.ALL.withSearch("0418"))).hasSize(1);
        assertThat(list(RunningQuery.ALL.withSearch("%"))).isEmpty();
        assertThat(running.count(vertical, ALL, RunningQuery.ALL)).isEqualTo(3);
        assertThat(running.count(vertical, List.of("connection"), RunningQuery.ALL))
                .isEqualTo(1);
        assertThat(running.count(vertical + 1, ALL, RunningQuery.ALL)).isZero();
    }

    @Test
    void shouldSortAndPage() {
        begin(chen, "grading", null, MONDAY.minusDays(1));
        begin(mill, "grading", null, MONDAY.minusDays(2));

        for (Sort sort : Sort.values()) {
            List<Long> whole = ids(RunningQuery.ALL.sortedBy(sort, true), 0, 10);
            assertThat(whole).as("%s", sort).hasSize(2);
            assertThat(ids(RunningQuery.ALL.sortedBy(sort, true), 1, 1)).containsExactly(whole.get(1));
        }
        assertThat(list(RunningQuery.ALL.sortedBy(Sort.STARTED, false))).containsExactly("00418", "00417");
        assertThat(list(RunningQuery.ALL.sortedBy(Sort.STARTED, true))).containsExactly("00417", "00418");
        assertThat(list(RunningQuery.ALL.sortedBy(Sort.CUSTOMER, false))).containsExactly("00418", "00417");
    }

    private WorkflowRun begin(long customer, String workflow, @Nullable String proposed, LocalDate day) {
        Optional<Long> id =
                dao.begin(vertical, customer, workflow, proposed, "propose", entry(Kind.STARTED, null, day));
        return dao.find(vertical, id.orElseThrow()).orElseThrow();
    }

    private WorkflowEntry entry(Kind kind, @Nullable String step, LocalDate day) {
        return new WorkflowEntry(kind, step, new StepNote(day, "", ""), NOW, user, "Li Na");
    }

    private List<String> list(RunningQuery query) {
        return running.page(vertical, ALL, query, 0, 100).stream()
                .map(run -> run.customerId() == chen ? "00417" : "00418")
                .toList();
    }

    private List<Long> ids(RunningQuery query, int offset, int limit) {
        return running.page(vertical, ALL, query, offset, limit).stream()
                .map(RunningWorkflow::id)
                .toList();
    }

    private long customer(String ref, String name, @Nullable Long owner) {
        return insert(
                "INSERT INTO customer (vertical_id, ref, name, owner_user_id, created_at) VALUES (%d, '%s', %s, %s, CURRENT_TIMESTAMP)"
                        .formatted(vertical, ref, name, owner));
    }

    private Long insert(String sql) {
        return database.jdbi().withHandle(h -> h.createUpdate(sql)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }
}
