package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.ViewPage;
import org.clientele.customer.persistence.SavedViewDao;
import org.clientele.dataimport.ImportRun.Counts;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.Outcome;
import org.clientele.interaction.persistence.InteractionDao;
import org.clientele.plugin.records.RecordKind;
import org.clientele.workflow.StepNote;
import org.clientele.workflow.WorkflowEntry;
import org.clientele.workflow.WorkflowEntry.Kind;
import org.clientele.workflow.WorkflowRun;
import org.clientele.workflow.persistence.WorkflowDao;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Contacts, workflows and saved views: written by an export, deleted, brought back by imports that can be checked and undone. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RecordFilesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String CONTACTS = "4-interactions.csv";
    private static final String WORKFLOWS = "4-workflows.csv";
    private static final String VIEWS = "4-views.csv";
    private static final List<String> STORED = List.of(
            "SELECT i.request_key, c.ref, i.author_id, i.happened_at, i.channel, i.direction, i.subject, i.notes, i.outcome, "
                    + "i.satisfaction, i.follow_up_on, i.follow_up_done_at, i.follow_up_done_by, i.version "
                    + "FROM interaction i JOIN customer c ON c.id = i.customer_id",
            "SELECT i.request_key, r.version, r.edited_by, r.edited_at, r.before_state "
                    + "FROM interaction_revision r JOIN interaction i ON i.id = r.interaction_id",
            "SELECT c.ref, r.workflow_id, r.proposed, r.run_state, r.next_step, r.started_on, r.last_on, r.version "
                    + "FROM workflow_run r JOIN customer c ON c.id = r.customer_id",
            "SELECT c.ref, s.place, s.step_kind, s.step_id, s.happened_on, s.recorded_at, s.actor_id, s.document, s.note "
                    + "FROM workflow_step s JOIN workflow_run r ON r.id = s.run_id JOIN customer c ON c.id = r.customer_id",
            "SELECT user_id, name, view_query FROM saved_view");

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;
    private RecordFiles records;
    private InteractionDao interactions;
    private WorkflowDao workflows;
    private int vertical;
    private long customer;

    RecordFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        interactions = new InteractionDao(portal.database().jdbi());
        workflows = new WorkflowDao(portal.database().jdbi());
        vertical = portal.vertical().id();
        records = new RecordFiles(portal);
        records.person(70, "wang.fang", true);
        records.person(71, "left.long.ago", false);
        customer = records.customer("0417", "Chen Meiling");
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldBringEverythingBackAsItWas() {
        contactEditedTwice();
        closedFollowUp();
        finishedWorkflow();
        runningWorkflow();
        view(70, "mine", "f=age > 3 && city == \"上海\"&q=x");
        view(71, "mine", "");
        List<List<String>> before = stored();

        Map<String, String> files = exported();
        deleteRecords();

        assertThat(files.keySet()).contains(CONTACTS, WORKFLOWS, VIEWS);
        assertThat(bringBack(files, CONTACTS).counts()).isEqualTo(added(4));
        assertThat(bringBack(files, WORKFLOWS).counts()).isEqualTo(added(4));
        assertThat(bringBack(files, VIEWS).counts()).isEqualTo(added(2));
        assertThat(stored()).isEqualTo(before);
        assertThat(interactions.revisions(portal.count("SELECT id FROM interaction WHERE version = 2")))
                .extracting(revision -> revision.before().subject())
                .containsExactly("Second", "=First");
    }

    @Test
    void shouldWriteTheFilesInTheOrderInWhichTheyAreImported() {
        assertThat(ImportContents.records(portal.database(), folder).asWritten())
                .hasSize(RecordKind.values().length)
                .extracting(feature -> feature.kind().file())
                .isSorted()
                .endsWith("5-cases", "5-survey-invitations", "6-case-files");
    }

    @Test
    void shouldFindEverythingKnownThatIsHere() {
        contactEditedTwice();
        finishedWorkflow();
        runningWorkflow();
        view(70, "mine", "f=age > 3");
        List<List<String>> before = stored();

        Map<String, String> files = exported();

        assertThat(bringBack(files, CONTACTS).counts()).isEqualTo(known(3));
        assertThat(bringBack(files, WORKFLOWS).counts()).isEqualTo(known(4));
        assertThat(bringBack(files, VIEWS).counts()).isEqualTo(known(1));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void shouldTakeBackWhatNobodyChangedSince() {
        long contact = contactEditedTwice();
        finishedWorkflow();
        WorkflowRun running = runningWorkflow();
        view(70, "mine", "f=age > 3");
        Map<String, String> files = exported();
        deleteRecords();
        assertThat(interactions.find(vertical, contact)).isEmpty();
        ImportRun contacts = bringBack(files, CONTACTS);
        ImportRun runs = bringBack(files, WORKFLOWS);
        ImportRun views = bringBack(files, VIEWS);
        WorkflowRun again = workflows.ofCustomer(vertical, customer).stream()
                .filter(WorkflowRun::isRunning)
                .findFirst()
                .orElseThrow();
        assertThat(workflows.advance(vertical, again, WorkflowRun.State.WITHDRAWN, null, entry(Kind.WITHDRAWN, null)))
                .isTrue();

        assertThat(portal.undo(contacts.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(portal.undo(runs.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(portal.undo(views.id()).state()).isEqualTo(ImportState.UNDONE);

        assertThat(portal.count("SELECT count(*) FROM interaction")).isZero();
        assertThat(portal.count("SELECT count(*) FROM interaction_revision")).isZero();
        assertThat(portal.count("SELECT count(*) FROM saved_view")).isZero();
        assertThat(workflows.ofCustomer(vertical, customer))
                .singleElement()
                .satisfies(kept -> assertThat(kept.workflow()).isEqualTo(running.workflow()));
        assertThat(portal.count("SELECT count(*) FROM customer")).isEqualTo(1);
    }

    @Test
    void shouldKeepAnImportedContactThatWasEdited() {
        contactEditedTwice();
        Map<String, String> files = exported();
        deleteRecords();
        ImportRun run = bringBack(files, CONTACTS);
        Interaction back = interactions.ofCustomer(vertical, customer, 5).getFirst();
        assertThat(interactions.update(back.id(), back.version(), data("Fourth", null)))
                .isTrue();

        portal.undo(run.id());

        assertThat(interactions.ofCustomer(vertical, customer, 5))
                .extracting(kept -> kept.data().subject())
                .containsExactly("Fourth");
        assertThat(interactions.revisions(back.id())).hasSize(2);
    }

    @Test
    void shouldRejectRowsOfWhomAndWhatIsNotHereAndSayWhere() {
        String header =
                "interactions:record,version,customer,time,channel,direction,subject,notes,outcome,satisfaction,"
                        + "follow-up,follow-up-done,follow-up-done-by,author,replaced,replaced-by\n";
        String sound = "2026-03-02T12:00:00Z,PHONE,INCOMING,Asked,,,,,,,";
        FileInspection file = portal.upload(header
                + "a,0,9999," + sound + "wang.fang,,\n"
                + "b,0,0417," + sound + "nobody,,\n"
                + "b,0,0417," + sound + "wang.fang,2026-03-02T13:00:00Z,wang.fang\n"
                + "c,0,0417,yesterday,PHONE,INCOMING,Asked,,,,,,,wang.fang,,\n"
                + "d,0,0417,2026-03-02T12:00:00Z,PIGEON,INCOMING,Asked,,,,,,,wang.fang,,\n"
                + "e,0,0417,2026-03-02T12:00:00Z,PHONE,INCOMING,Asked,,,11,,,,wang.fang,,\n"
                + "f,0,0417," + sound + "WANG.FANG,,\n");
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);

        ImportSummary check = portal.check(file, plan);
        ImportRun run = portal.run(file, plan);

        assertThat(check.groups())
                .extracting(group -> group.first().reason() + " "
                        + group.first().column() + " " + group.first().value())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_CUSTOMER customer 9999",
                        "UNKNOWN_PERSON author nobody",
                        "WITHOUT_RECORD interactions:record b",
                        "NOT_AS_WRITTEN time yesterday",
                        "NOT_AS_WRITTEN channel PIGEON",
                        "NOT_AS_WRITTEN satisfaction 11");
        assertThat(run.counts()).isEqualTo(Counts.of(check)).isEqualTo(new Counts(7, 1, 0, 0, 6, 0, 0));
    }

    @Test
    void shouldNotPutASecondRunOrViewWhereOneIs() {
        runningWorkflow();
        view(70, "mine", "f=age > 3");
        Map<String, String> files = exported();
        deleteRecords();
        begin("grading", NOON.plusSeconds(60));
        view(70, "mine", "f=age > 4");

        assertThat(bringBack(files, WORKFLOWS).counts()).isEqualTo(new Counts(2, 0, 0, 0, 2, 0, 0));
        assertThat(bringBack(files, VIEWS).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0));
        assertThat(portal.rows("SELECT view_query FROM saved_view")).containsExactly("{view_query=f=age > 4}");
    }

    @Test
    void shouldTakeAFileFromBeforeAColumnWasAdded() {
        records.customer("old-1", "Old");
        String losses = """
                losses:record,customer,lost,reason,yearly-minor,note,recorded-by,recorded
                old-1 2026-01-05,old-1,2026-01-05,PRICE,,,wang.fang,2026-01-06T00:00:00Z
                """;

        assertThat(bringBack(Map.of("4-losses.csv", losses), "4-losses.csv").counts())
                .isEqualTo(added(1));
        assertThat(portal.count("SELECT count(*) FROM customer_loss WHERE won_on IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseAFileThatLacksAColumn() {
        FileInspection file = portal.upload("views:record,name,login\nmine,mine,wang.fang\n");
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);

        assertThatThrownBy(() -> portal.imports().start(portal.vertical(), file, plan, ImportFixture.WORDING))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("dataimport.finding.column");
    }

    @Test
    void shouldLetNobodyBringRecordsBackWhoMayNotTakeThemAway() {
        FileInspection file = portal.upload("views:record,name,login,query\nmine,mine,wang.fang,q=x\n");
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);

        portal.rights()
                .actingAs(TestRights.user(8, new Grant(Role.MANAGER, Grant.EVERYWHERE)), () -> assertThatThrownBy(
                                () -> portal.imports().start(portal.vertical(), file, plan, ImportFixture.WORDING))
                        .isInstanceOf(ForbiddenProblem.class));
        assertThat(portal.count("SELECT count(*) FROM saved_view")).isZero();
    }

    private static Counts added(long rows) {
        return new Counts(rows, rows, 0, 0, 0, 0, 0);
    }

    private static Counts known(long rows) {
        return new Counts(rows, 0, 0, rows, 0, 0, 0);
    }

    private ImportRun bringBack(Map<String, String> files, String name) {
        return records.bringBack(files, name);
    }

    private Map<String, String> exported() {
        return records.exported();
    }

    private void deleteRecords() {
        portal.database().jdbi().useHandle(handle -> List.of(
                        "interaction_revision", "interaction", "workflow_step", "workflow_run", "saved_view")
                .forEach(table -> handle.execute("DELETE FROM " + table)));
    }

    private List<List<String>> stored() {
        return STORED.stream().map(portal::rows).toList();
    }

    private long contactEditedTwice() {
        long id = interactions.insert(vertical, customer, 70, UUID.randomUUID(), data("=First", null));
        for (String subject : List.of("Second", "Third")) {
            Interaction before = interactions.get(vertical, id);
            interactions.update(id, before.version(), data(subject, Outcome.BOUGHT));
            interactions.insertRevision(before, 71, NOON.plusSeconds(before.version() + 1L));
        }
        return id;
    }

    private void closedFollowUp() {
        long id = interactions.insert(
                vertical,
                customer,
                71,
                UUID.randomUUID(),
                new InteractionData(
                        NOON, Channel.WECHAT, Direction.OUTGOING, "“Why”, 'so'", "a;b\n\"c\",\t-5", null, 7, MONDAY));
        interactions.setFollowUpDone(id, NOON.plusSeconds(5), 70L);
    }

    private static InteractionData data(String subject, @Nullable Outcome outcome) {
        return new InteractionData(NOON, Channel.PHONE, Direction.INCOMING, subject, "上海", outcome, null, null);
    }

    private void finishedWorkflow() {
        WorkflowRun run = begin("connection", NOON);
        assertThat(workflows.advance(vertical, run, WorkflowRun.State.DONE, null, entry(Kind.DONE, "file")))
                .isTrue();
    }

    private WorkflowRun runningWorkflow() {
        WorkflowRun run = begin("grading", NOON);
        assertThat(workflows.advance(vertical, run, WorkflowRun.State.RUNNING, "approve", entry(Kind.DONE, "propose")))
                .isTrue();
        return workflows.find(vertical, run.id()).orElseThrow();
    }

    private WorkflowRun begin(String workflow, Instant recorded) {
        WorkflowEntry start =
                new WorkflowEntry(Kind.STARTED, null, new StepNote(MONDAY, "", "begun"), recorded, 71, "Left");
        long id = workflows
                .begin(vertical, customer, workflow, "first", "propose", start)
                .orElseThrow();
        return workflows.find(vertical, id).orElseThrow();
    }

    private static WorkflowEntry entry(Kind kind, @Nullable String step) {
        return new WorkflowEntry(
                kind,
                step,
                new StepNote(MONDAY.plusDays(3), "文 2026-7", "two\nlines"),
                NOON.plusSeconds(9),
                70,
                "Wang");
    }

    private void view(long user, String name, String query) {
        new SavedViewDao(portal.database().jdbi()).save(user, vertical, ViewPage.CUSTOMERS, name, query);
    }
}
