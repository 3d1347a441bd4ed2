package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportRun.Counts;
import org.clientele.guide.GuideText;
import org.clientele.guide.persistence.GuideTextDao;
import org.clientele.segment.ModelDraft;
import org.clientele.segment.ModelVersion;
import org.clientele.segment.ModelVersion.Kind;
import org.clientele.segment.ModelVersion.Status;
import org.clientele.segment.SegmentName;
import org.clientele.segment.persistence.ModelDraftDao;
import org.clientele.segment.persistence.ModelVersionDao;
import org.clientele.strategy.Enrolment;
import org.clientele.strategy.RunningStrategy;
import org.clientele.strategy.StrategyDraft;
import org.clientele.strategy.StrategySetting;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.Task;
import org.clientele.strategy.TaskState;
import org.clientele.strategy.persistence.EnrolmentDao;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.StrategyEntryDao;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.clientele.strategy.persistence.TaskDao;
import org.clientele.strategy.persistence.TreatmentOrderDao;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What consultants set, and the tasks that come of it: written by an export, deleted, brought back. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SettingFilesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final SegmentName GOLD = new SegmentName("value", "gold");
    private static final SegmentName LOST = new SegmentName("cycle", "lost");
    private static final String GUIDES = "4-guides.csv";
    private static final String MODELS = "4-models.csv";
    private static final String STUDIO = "4-studio.csv";
    private static final String STRATEGIES = "4-strategies.csv";
    private static final String DRAFTS = "4-strategy-drafts.csv";
    private static final String ENTRIES = "4-strategy-entries.csv";
    private static final String SETTINGS = "4-strategy-settings.csv";
    private static final String ENROLMENTS = "4-enrolments.csv";
    private static final String TASKS = "4-tasks.csv";
    private static final String TREATMENTS = "4-treatments.csv";
    private static final List<String> STORED = List.of(
            "SELECT guide_id, language, signs, advice, author, written_at FROM guide_text",
            "SELECT model_id, version_number, version_kind, version_status, definition, note, author, created_at, "
                    + "decided_by, decided_at, decision_note, effective_at FROM model_version",
            "SELECT model_id, segment_id, version_number, version_kind, version_status, content, note, author, created_at, "
                    + "decided_by, decided_at, decision_note, effective_at FROM strategy_version",
            "SELECT model_id, segment_id, revision, content, author, saved_at FROM strategy_draft",
            "SELECT c.ref, e.segment_id, e.entered_on FROM strategy_entry e JOIN customer c ON c.id = e.customer_id",
            "SELECT c.ref, e.model_id, e.segment_id, e.enrolled_on, e.held_out, e.stratum "
                    + "FROM strategy_enrolment e JOIN customer c ON c.id = e.customer_id",
            "SELECT model_id, segment_id, setting_kind, content, author, set_at FROM strategy_setting",
            "SELECT c.ref, t.model_id, t.segment_id, t.play_id, t.planned_on, t.counted_from, t.due_on, t.owner_id, t.task_state, "
                    + "t.created_at, t.closed_at, t.closed_by, t.note FROM task t JOIN customer c ON c.id = t.customer_id",
            "SELECT model_id, revision, definition, author, saved_at FROM model_draft",
            "SELECT required FROM model_review",
            "SELECT model_id, segment_id, counted_from, started_by, started_at FROM running_strategy",
            "SELECT place, model_id, segment_id FROM treatment_order");

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;
    private RecordFiles records;
    private GuideTextDao guides;
    private ModelVersionDao models;
    private ModelDraftDao drafts;
    private StrategyVersionDao strategies;
    private StrategySettingDao settings;
    private RunningStrategyDao running;
    private TreatmentOrderDao order;
    private int vertical;
    private long customer;

    SettingFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        records = new RecordFiles(portal);
        guides = new GuideTextDao(portal.database().jdbi());
        models = new ModelVersionDao(portal.database().jdbi());
        drafts = new ModelDraftDao(portal.database().jdbi());
        strategies = new StrategyVersionDao(portal.database().jdbi());
        settings = new StrategySettingDao(portal.database().jdbi());
        running = new RunningStrategyDao(portal.database().jdbi());
        order = new TreatmentOrderDao(portal.database().jdbi());
        vertical = portal.vertical().id();
        records.person(70, "wang.fang", true);
        customer = records.customer("0417", "Chen Meiling");
        fill();
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    private void fill() {
        guides.add(vertical, "impulse", "en", new GuideText("=Quick", "Ask\nWait"), "wang.fang", NOON);
        guides.add(vertical, "impulse", "en", null, "wang.fang", NOON.plusSeconds(1));
        guides.add(vertical, "impulse", "zh", new GuideText("冲动", "先问；再等"), "wang.fang", NOON.plusSeconds(2));
        models.add(vertical, version(1, Kind.INSTALLED, null));
        models.add(vertical, version(2, Kind.SET, "{\"borders\":[1,2],\"say\":\"a;b\"}"));
        drafts.save(vertical, "value", new ModelDraft(1, "{\"borders\":[1]}", "wang.fang", NOON));
        drafts.save(vertical, "value", new ModelDraft(2, "{\"borders\":[1,3]}", "zhou.yan", NOON.plusSeconds(5)));
        models.requireReview(vertical, true);
        strategies.add(vertical, strategy("{\"say\":\"a;\n“b”\"}"));
        strategies.save(vertical, draft(1, "{}"));
        strategies.save(vertical, draft(2, "{\"say\":\"a;\n“b”\"}"));
        new StrategyEntryDao(portal.database().jdbi(), portal.database().dialect())
                .change(vertical, "c1", List.of(customer), MONDAY, List.of());
        settings.set(vertical, setting("{\"days\":7}"));
        new EnrolmentDao(portal.database().jdbi(), portal.database().dialect())
                .insert(vertical, GOLD, List.of(new Enrolment(customer, MONDAY, true, "3")));
        task("call", "OPEN", null, null);
        task("gift", "SKIPPED", 70L, "Not “now”,\nlater");
        running.insert(vertical, new RunningStrategy(GOLD, MONDAY, "Wang Fang", NOON));
        portal.database().transactions().executeWithoutResult(_ -> order.store(vertical, List.of(LOST, GOLD)));
    }

    @Test
    void shouldBringEverythingBackAsItWas() {
        List<List<String>> before = stored();

        Map<String, String> files = records.exported();
        deleteAll();

        assertThat(records.bringBack(files, GUIDES).counts()).isEqualTo(added(3));
        assertThat(records.bringBack(files, MODELS).counts()).isEqualTo(added(2));
        assertThat(records.bringBack(files, STUDIO).counts()).isEqualTo(added(3));
        assertThat(records.bringBack(files, STRATEGIES).counts()).isEqualTo(added(1));
        assertThat(records.bringBack(files, DRAFTS).counts()).isEqualTo(added(1));
        assertThat(records.bringBack(files, ENTRIES).counts()).isEqualTo(added(1));
        assertThat(records.bringBack(files, SETTINGS).counts()).isEqualTo(added(1));
        assertThat(records.bringBack(files, ENROLMENTS).counts()).isEqualTo(added(1));
        assertThat(records.bringBack(files, TASKS).counts()).isEqualTo(added(2));
        assertThat(records.bringBack(files, TREATMENTS).counts()).isEqualTo(added(2));
        assertThat(stored()).isEqualTo(before);
        assertThat(guides.current(vertical, "en")).isEmpty();
        assertThat(guides.current(vertical, "zh")).containsOnlyKeys("impulse");
        assertThat(order.order(vertical)).containsExactly(LOST, GOLD);
    }

    @Test
    void shouldFindEverythingKnownThatIsHere() {
        List<List<String>> before = stored();

        Map<String, String> files = records.exported();

        assertThat(records.bringBack(files, GUIDES).counts()).isEqualTo(known(3));
        assertThat(records.bringBack(files, MODELS).counts()).isEqualTo(known(2));
        assertThat(records.bringBack(files, STUDIO).counts()).isEqualTo(known(3));
        assertThat(records.bringBack(files, STRATEGIES).counts()).isEqualTo(known(1));
        assertThat(records.bringBack(files, DRAFTS).counts()).isEqualTo(known(1));
        assertThat(records.bringBack(files, ENTRIES).counts()).isEqualTo(known(1));
        assertThat(records.bringBack(files, SETTINGS).counts()).isEqualTo(known(1));
        assertThat(records.bringBack(files, ENROLMENTS).counts()).isEqualTo(known(1));
        assertThat(records.bringBack(files, TASKS).counts()).isEqualTo(known(2));
        assertThat(records.bringBack(files, TREATMENTS).counts()).isEqualTo(known(2));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void shouldLeaveWhatSomebodySetSince() {
        Map<String, String> files = records.exported();
        deleteAll();
        guides.add(vertical, "impulse", "zh", new GuideText("新", "新"), "wang.fang", NOON.plusSeconds(9));
        models.add(vertical, version(2, Kind.SET, "{\"borders\":[3]}"));
        drafts.save(vertical, "value", new ModelDraft(1, "{\"borders\":[1]}", "wang.fang", NOON));
        strategies.add(vertical, strategy("{}"));
        strategies.save(vertical, draft(1, "{}"));
        settings.set(vertical, setting("{}"));
        running.insert(vertical, new RunningStrategy(GOLD, MONDAY.plusDays(7), "Wang Fang", NOON));
        portal.database().transactions().executeWithoutResult(_ -> order.store(vertical, List.of(GOLD)));

        assertThat(records.bringBack(files, GUIDES).counts()).isEqualTo(new Counts(3, 2, 0, 0, 1, 0, 0));
        assertThat(records.bringBack(files, MODELS).counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0, 0));
        assertThat(records.bringBack(files, STUDIO).counts()).isEqualTo(new Counts(3, 1, 0, 1, 1, 0, 0));
        assertThat(records.bringBack(files, STRATEGIES).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0));
        assertThat(records.bringBack(files, DRAFTS).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0));
        assertThat(records.bringBack(files, SETTINGS).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0));
        assertThat(records.bringBack(files, TREATMENTS).counts()).isEqualTo(known(2));

        assertThat(drafts.saves(vertical, "value")).hasSize(1);
        assertThat(guides.current(vertical, "zh")).containsEntry("impulse", new GuideText("新", "新"));
        assertThat(models.find(vertical, "value", 2).orElseThrow().definition()).isEqualTo("{\"borders\":[3]}");
        assertThat(running.all(vertical))
                .extracting(RunningStrategy::countedFrom)
                .containsExactly(MONDAY.plusDays(7));
        assertThat(order.order(vertical)).containsExactly(GOLD);
    }

    @Test
    void shouldUndoEachImportWhole() {
        Map<String, String> files = records.exported();
        deleteAll();
        List<List<String>> before = stored();

        List<ImportRun> runs = Stream.of(
                        GUIDES, MODELS, STUDIO, STRATEGIES, DRAFTS, ENTRIES, SETTINGS, ENROLMENTS, TASKS, TREATMENTS)
                .map(file -> records.bringBack(files, file))
                .toList();
        runs.forEach(run -> assertThat(portal.undo(run.id()).state()).isEqualTo(ImportState.UNDONE));

        assertThat(stored()).isEqualTo(before);
        assertThat(models.reviewRequired(vertical)).isFalse();
    }

    @Test
    void shouldKeepWhatSomebodyBuiltOnWhenTheImportIsUndone() {
        Map<String, String> files = records.exported();
        deleteAll();
        List<ImportRun> runs = Stream.of(
                        GUIDES, MODELS, STUDIO, STRATEGIES, DRAFTS, ENTRIES, SETTINGS, ENROLMENTS, TASKS, TREATMENTS)
                .map(file -> records.bringBack(files, file))
                .toList();
        guides.add(vertical, "impulse", "zh", new GuideText("新", "新"), "wang.fang", NOON.plusSeconds(9));
        models.add(vertical, version(3, Kind.SET, "{\"borders\":[3]}"));
        drafts.save(vertical, "value", new ModelDraft(3, "{}", "wang.fang", NOON.plusSeconds(9)));
        strategies.save(vertical, draft(3, "{}"));
        models.requireReview(vertical, true);
        TaskDao tasks = new TaskDao(portal.database().jdbi(), portal.database().dialect());
        Task seen = tasks.openOf(vertical, customer).getFirst();
        tasks.close(seen, TaskState.DONE, 70L, NOON, null);
        portal.database().transactions().executeWithoutResult(_ -> order.store(vertical, List.of(GOLD)));

        runs.forEach(run -> portal.undo(run.id()));

        assertThat(guides.history(vertical, "impulse", "zh")).hasSize(2);
        assertThat(guides.history(vertical, "impulse", "en")).isEmpty();
        assertThat(models.all(vertical)).hasSize(3);
        assertThat(drafts.saves(vertical, "value")).hasSize(3);
        assertThat(strategies.drafts(vertical)).hasSize(1);
        assertThat(models.reviewRequired(vertical)).isTrue();
        assertThat(portal.rows("SELECT play_id, task_state FROM task")).hasSize(1);
        assertThat(running.all(vertical)).isEmpty();
        assertThat(order.order(vertical)).containsExactly(GOLD);
    }

    @Test
    void shouldForgetWhichVersionTakenBackAMembershipCameOf() {
        Map<String, String> files = records.exported();
        portal.database()
                .jdbi()
                .useHandle(handle -> handle.execute("DELETE FROM model_version WHERE version_number = 2"));
        ImportRun run = records.bringBack(files, MODELS);
        membership("gold", 2);
        membership("plain", 1);

        portal.undo(run.id());

        assertThat(models.all(vertical)).hasSize(1);
        assertThat(portal.count("SELECT count(*) FROM membership WHERE model_version IS NULL"))
                .isEqualTo(1);
        assertThat(portal.count("SELECT count(*) FROM membership WHERE model_version = 1"))
                .isEqualTo(1);
    }

    private void membership(String segment, int version) {
        portal.database().jdbi().useHandle(handle -> {
            int key = handle.createUpdate(
                            "INSERT INTO segment_key (vertical_id, model_id, segment_id) VALUES (:v, 'value', :segment)")
                    .bind("v", vertical)
                    .bind("segment", segment)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Integer.class)
                    .one();
            handle.createUpdate("""
                            INSERT INTO membership (vertical_id, customer_id, segment_key_id, valid_from, reason, model_version)
                            VALUES (:v, :customer, :key, DATE '2026-03-02', '', :version)""")
                    .bind("v", vertical)
                    .bind("customer", customer)
                    .bind("key", key)
                    .bind("version", version)
                    .execute();
        });
    }

    private static ModelVersion version(int number, Kind kind, @Nullable String definition) {
        boolean first = number == 1;
        return new ModelVersion(
                "value",
                number,
                kind,
                Status.PUBLISHED,
                definition,
                first ? "" : "After the “sale”",
                first ? "" : "wang.fang",
                first ? Instant.EPOCH : NOON,
                first ? null : "zhou.yan",
                first ? null : NOON.plusSeconds(60),
                null,
                first ? Instant.EPOCH : NOON.plusSeconds(3600));
    }

    private static StrategySetting setting(String content) {
        return new StrategySetting(StrategySetting.ALL, StrategySetting.Kind.CONTACT, content, "wang.fang", NOON);
    }

    private static StrategyDraft draft(int revision, String content) {
        return new StrategyDraft(GOLD, revision, content, "wang.fang", NOON);
    }

    private static StrategyVersion strategy(String content) {
        return new StrategyVersion(
                GOLD,
                3,
                StrategyVersion.Kind.SET,
                StrategyVersion.Status.PUBLISHED,
                content,
                "After the “sale”",
                "wang.fang",
                NOON,
                new StrategyVersion.Decision("li.na", NOON, "Fits “spring”"),
                NOON.plusSeconds(60));
    }

    private void task(String play, String state, @Nullable Long by, @Nullable String note) {
        portal.database().jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO task (vertical_id, customer_id, model_id, segment_id, play_id, planned_on, counted_from, due_on, owner_id,
                          task_state, created_at, closed_at, closed_by, note)
                        VALUES (:vertical, :customer, 'value', 'gold', :play, DATE '2026-03-02', DATE '2026-03-01', DATE '2026-03-05', :by,
                          :state, TIMESTAMP '2026-03-01 08:00:00', NULL, :by, :note)
                        """)
                .bind("vertical", vertical)
                .bind("customer", customer)
                .bind("play", play)
                .bind("state", state)
                .bind("by", by)
                .bind("note", note)
                .execute());
    }

    private void deleteAll() {
        portal.database().jdbi().useHandle(handle -> List.of(
                        "guide_text",
                        "model_version",
                        "model_draft",
                        "model_review",
                        "strategy_version",
                        "strategy_draft",
                        "strategy_entry",
                        "strategy_setting",
                        "strategy_enrolment",
                        "task",
                        "running_strategy",
                        "treatment_order")
                .forEach(table -> handle.execute("DELETE FROM " + table)));
    }

    private List<List<String>> stored() {
        return STORED.stream().map(portal::rows).toList();
    }

    private static Counts added(long rows) {
        return new Counts(rows, rows, 0, 0, 0, 0, 0);
    }

    private static Counts known(long rows) {
        return new Counts(rows, 0, 0, rows, 0, 0, 0);
    }
}
