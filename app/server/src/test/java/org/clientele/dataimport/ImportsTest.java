package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.file.FileInspection;
import org.clientele.notification.Audience;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.plugins.api.ImportPreset.Duplicates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ImportsTest {
    private static final String CUSTOMERS = """
            customer,name,country,gender,birthday,children,satisfaction,credit_limit,newsletter
            007,James Bond,United Kingdom,male,1920-11-11,0,4.5,"1,000.50",yes
            008,Lin Daiyu,China,Female,1990-02-28,1,,0.005,no
            """;
    private static final String PURCHASES = """
            customer,time,amount,invoice,product,quantity,country
            007,2024-01-31 10:00,12.50,A1,Cup,1,France
            007,2024-01-31 10:00,12.50,A1,Cup,1,
            010,2024-02-01,-3.005,A2,Saucer,2,Italy
            ,2024-02-01,1,A3,Spoon,1,Italy
            011,yesterday,1,A4,Fork,1,Italy
            012,2024-02-02,much,A5,Knife,1,Italy
            """;

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;

    ImportsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldStoreEveryTypeOfAttribute() {
        ImportRun run = importText(CUSTOMERS);

        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(2, 2, 0, 0, 0, 2, 0));
        assertThat(portal.rows(
                        "SELECT c.ref, c.name, a.%s, a.%s, a.%s FROM customer c JOIN %s a ON a.customer_id = c.id"
                                .formatted(
                                        portal.attribute("gender"),
                                        portal.attribute("credit_limit"),
                                        portal.attribute("newsletter"),
                                        portal.attributes())))
                .satisfiesExactly(
                        row -> assertThat(row).contains("007", "James Bond", "male", "100050", "true"),
                        row -> assertThat(row).contains("008", "Lin Daiyu", "female", "=1,", "false"));
        assertThat(importText(CUSTOMERS).counts()).isEqualTo(new ImportRun.Counts(2, 0, 0, 2, 0, 0, 0));
    }

    @Test
    void shouldKeepWhatAFileDoesNotSayAndUndoWhatItChanged() {
        importText(CUSTOMERS);
        List<String> before = everything();

        ImportRun run =
                importText("customer,name,country,children\n007,,Jamaica,\n009,Newcomer,Chile,2\n008,Lin Daiyu,,1\n");

        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(3, 1, 1, 1, 0, 1, 1));
        assertThat(portal.rows("SELECT name, %s FROM customer c JOIN %s a ON a.customer_id = c.id WHERE ref = '007'"
                        .formatted(portal.attribute("country"), portal.attributes())))
                .singleElement()
                .asString()
                .contains("James Bond", "Jamaica");
        assertThat(portal.undo(run.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void shouldTakePurchasesWithTheirCustomersAndRejectFaultsByName() {
        FileInspection file = portal.upload(PURCHASES);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);
        ImportSummary check = portal.check(file, plan);
        ImportRun run = portal.run(file, plan);

        assertThat(run.counts()).isEqualTo(ImportRun.Counts.of(check));
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(6, 3, 0, 0, 3, 2, 0));
        assertThat(check.groups())
                .extracting(
                        group -> group.first().reason(), group -> group.first().row(), group -> group.first()
                                .column())
                .containsExactlyInAnyOrder(
                        tuple(Reason.NO_CUSTOMER, 5L, "customer"),
                        tuple(Reason.NOT_A_DATE, 6L, "time"),
                        tuple(Reason.NOT_A_NUMBER, 7L, "amount"));
        assertThat(portal.count("SELECT sum(%s) FROM %s".formatted(portal.column("amount"), portal.purchases())))
                .isEqualTo(1250 + 1250 - 301);
        assertThat(rejected(run))
                .containsExactly(
                        "customer,time,amount,invoice,product,quantity,country,reason",
                        ",2024-02-01,1,A3,Spoon,1,Italy,NO_CUSTOMER ",
                        "011,yesterday,1,A4,Fork,1,Italy,NOT_A_DATE ",
                        "012,2024-02-02,much,A5,Knife,1,Italy,NOT_A_NUMBER ");
    }

    @Test
    void shouldDropExactDuplicatesOnlyWhenAsked() {
        FileInspection file = portal.upload(PURCHASES);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file).withDuplicates(Duplicates.DROP);

        ImportSummary check = portal.check(file, plan);

        assertThat(check.fresh()).isEqualTo(2);
        assertThat(check.groups()).anySatisfy(group -> {
            assertThat(group.first().reason()).isEqualTo(Reason.DUPLICATE);
            assertThat(group.first().row()).isEqualTo(3);
            assertThat(group.first().detail()).isEqualTo("2");
        });
    }

    @Test
    void shouldAddOnlyWhatIsNewWhenAFileHasGrown() {
        importText(PURCHASES);
        String grown = PURCHASES + "007,2024-01-31 10:00,12.50,A1,Cup,1,\n013,2024-03-01,5,A6,Pot,1,Spain\n";

        ImportRun run = importText(grown);

        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(8, 2, 0, 3, 3, 1, 0));
    }

    @Test
    void shouldKeepACustomerThatSomethingElseHangsOn() {
        ImportRun first = importText(CUSTOMERS);
        ImportRun second = importText(PURCHASES);

        portal.undo(first.id());
        assertThat(portal.rows("SELECT ref FROM customer")).hasSize(2);
        portal.undo(second.id());
        assertThat(portal.count("SELECT count(*) FROM " + portal.purchases())).isZero();
    }

    @Test
    void shouldKeepCustomersWhoseTasksSomebodyClosedOrWhoSaidSomething() {
        importText(
                "customer,country\nopen,Jamaica\ndone,Jamaica\nskipped,Jamaica\nspoke,Jamaica\nleft,Jamaica\nfree,Jamaica\n");
        ImportRun run = portal.imports().history(portal.vertical()).getFirst();
        new RecordFiles(portal).person(70, "wang.fang", true);
        String task =
                "INSERT INTO task (vertical_id, customer_id, model_id, segment_id, play_id, planned_on, due_on, task_state,"
                        + " created_at, closed_by) SELECT vertical_id, id, 'value', 'gold', 'call', DATE '2026-03-02', DATE '2026-03-02', ?,"
                        + " CURRENT_TIMESTAMP, CAST(? AS BIGINT) FROM customer WHERE ref = ?";
        portal.database().jdbi().useHandle(handle -> {
            handle.execute(task, "OPEN", null, "open");
            handle.execute(task, "DONE", 70L, "done");
            handle.execute(task, "SKIPPED", 70L, "skipped");
            handle.execute(
                    "INSERT INTO consent (vertical_id, customer_id, topic, decision, recorded_at, recorded_by, note)"
                            + " SELECT vertical_id, id, 'SURVEYS', 'REFUSED', CURRENT_TIMESTAMP, 70, '' FROM customer WHERE ref = 'spoke'");
            handle.execute(
                    "INSERT INTO customer_loss (vertical_id, customer_id, lost_on, reason, note, recorded_by, recorded_at)"
                            + " SELECT vertical_id, id, DATE '2026-03-02', 'PRICE', '', 70, CURRENT_TIMESTAMP FROM customer WHERE ref = 'left'");
        });

        assertThat(portal.undo(run.id()).state()).isEqualTo(ImportState.UNDONE);

        assertThat(portal.rows("SELECT ref FROM customer"))
                .containsExactly("{ref=done}", "{ref=left}", "{ref=skipped}", "{ref=spoke}");
        assertThat(portal.rows("SELECT task_state FROM task"))
                .containsExactly("{task_state=DONE}", "{task_state=SKIPPED}");
    }

    @Test
    void shouldUndoChangesOfTheSameCustomersInReverseOrder() {
        importText(CUSTOMERS);
        List<String> before = everything();
        ImportRun second = importText("customer,country\n007,Jamaica\n");
        List<String> between = everything();
        ImportRun third = importText("customer,country\n007,Japan\n");

        assertThatThrownBy(() -> portal.imports().undo(portal.vertical(), second.id()))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem).key())
                .isEqualTo("dataimport.problem.later");
        portal.undo(third.id());
        assertThat(everything()).isEqualTo(between);
        portal.undo(second.id());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void shouldNotUndoWhatSomebodyEditedSince() {
        importText(CUSTOMERS);
        ImportRun run = importText("customer,country,children\n007,Jamaica,3\n");
        portal.database().jdbi().useHandle(handle -> {
            handle.execute("UPDATE customer SET version = version + 1 WHERE ref = '007'");
            handle.execute(
                    "UPDATE %s SET %s = 'Scotland' WHERE customer_id = (SELECT id FROM customer WHERE ref = '007')"
                            .formatted(portal.attributes(), portal.attribute("country")));
        });

        portal.undo(run.id());

        assertThat(portal.rows("SELECT %s, %s FROM customer c JOIN %s a ON a.customer_id = c.id WHERE ref = '007'"
                        .formatted(portal.attribute("country"), portal.attribute("children"), portal.attributes())))
                .singleElement()
                .asString()
                .contains("Scotland", "=0}");
    }

    @Test
    void shouldLeaveNothingWhenCancelledHalfWay() {
        importText(PURCHASES);
        List<String> before = everything();
        FileInspection file = portal.upload(manyPurchases(200_000));
        long id = portal.imports()
                .start(portal.vertical(), file, PlanProposal.propose(portal.vertical(), file), ImportFixture.WORDING);
        ImportFixture.await(() -> portal.imports().progress(id).map(Job::done).orElse(0L) > 20_000);

        portal.imports().cancel(portal.vertical(), id);

        assertThat(portal.finished(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(everything()).isEqualTo(before);
        assertThat(folder.resolve("imports").toFile().list()).hasSize(1);
    }

    @Test
    void shouldLeaveNothingWhenTheDatabaseRefusesARow() {
        importText(PURCHASES);
        List<String> before = everything();
        portal.database()
                .jdbi()
                .useHandle(handle -> handle.execute("ALTER TABLE %s ADD CONSTRAINT full_disk CHECK (%s <> 'Z7777')"
                        .formatted(portal.purchases(), portal.column("invoice"))));

        List<Notice> told = new CopyOnWriteArrayList<>();
        portal.announcements().listenWithin(Notice.class, told::add);
        ImportRun run = importText(manyPurchases(12_000));

        assertThat(run.state()).isEqualTo(ImportState.FAILED);
        assertThat(run.failure()).isEqualTo(new ImportRun.Failure("dataimport.problem.storage", List.of()));
        assertThat(told)
                .extracting(Notice::kind, Notice::place, Notice::audience)
                .containsExactly(tuple(NoticeKind.IMPORT_FAILED, Long.toString(run.id()), Audience.everybody()));
        assertThat(everything()).isEqualTo(before);
        assertThat(importText(PURCHASES).state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void shouldTakeBackWhatACrashLeft() {
        importText(CUSTOMERS);
        List<String> before = everything();
        ImportRun run = importText(PURCHASES);
        portal.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE import_run SET run_state = 'RUNNING', running_for = vertical_id WHERE id = ?",
                        run.id()));

        portal.imports(folder).recover(portal.vertical());

        assertThat(portal.imports()
                        .find(portal.vertical(), run.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(ImportState.FAILED);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void shouldRefuseASecondImportMeanwhile() {
        FileInspection big = portal.upload(manyPurchases(100_000));
        FileInspection small = portal.upload(PURCHASES);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), small);
        long id = portal.imports().start(portal.vertical(), big, plan, ImportFixture.WORDING);

        assertThatThrownBy(() -> portal.imports().start(portal.vertical(), small, plan, ImportFixture.WORDING))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem).key())
                .isEqualTo("dataimport.problem.busy");
        assertThat(portal.finished(id).state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void shouldAskForTheRightToImport() {
        ImportRun run = importText(PURCHASES);
        FileInspection file = portal.upload(PURCHASES);
        ImportPlan plan = PlanProposal.propose(portal.vertical(), file);
        portal.rights().become(TestRights.user(2, new Grant(Role.MANAGER, "retail")));

        assertThatThrownBy(() -> portal.upload(PURCHASES)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.check(file, plan)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.run(file, plan)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.imports().undo(portal.vertical(), run.id()))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.imports().rejected(portal.vertical(), run.id(), false))
                .isInstanceOf(ForbiddenProblem.class);
        assertThat(portal.audit().actions())
                .contains("import.start import " + run.id(), "import.done import " + run.id());
    }

    private ImportRun importText(String content) {
        FileInspection file = portal.upload(content);
        return portal.run(file, PlanProposal.propose(portal.vertical(), file));
    }

    private static String manyPurchases(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "K%d,2024-05-%02d,%d.25,Z%d,Cup,1,France".formatted(i % 3000, 1 + i % 28, i % 100, i))
                .collect(Collectors.joining("\n", "customer,time,amount,invoice,product,quantity,country\n", "\n"));
    }

    private List<String> everything() {
        return List.of(
                String.valueOf(portal.rows("SELECT id, ref, name, version, import_id FROM customer")),
                String.valueOf(portal.rows("SELECT * FROM " + portal.attributes())),
                String.valueOf(portal.rows("SELECT * FROM " + portal.purchases())));
    }

    private List<String> rejected(ImportRun run) {
        try (InputStream in = portal.imports().rejected(portal.vertical(), run.id(), false)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\uFEFF", "").lines().toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void shouldForgetTheUploadAfterTheImport() {
        importText("customer,country\n007,Jamaica\n");

        ImportFixture.await(() -> isEmpty(folder.resolve("imports")));
    }

    private static boolean isEmpty(Path uploads) {
        try (var files = Files.list(uploads)) {
            return files.findAny().isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
