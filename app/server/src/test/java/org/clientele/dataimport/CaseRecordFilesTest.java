package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.clientele.cases.ServicePolicy;
import org.clientele.cases.persistence.CaseDao;
import org.clientele.cases.persistence.PolicyDao;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportRun.Counts;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases: written by an export, deleted, brought back by an import that can be checked and undone. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CaseRecordFilesTest {
    private static final String CASES = "5-cases.csv";
    private static final String FILES = "6-case-files.csv";
    private static final String POLICY = "4-case-policy.csv";
    private static final List<String> TABLES = List.of(
            "case_attachment",
            "case_step",
            "case_relation",
            "case_watcher",
            "case_interaction",
            "case_event",
            "service_case",
            "case_number");
    private static final String STORED_FILES =
            "SELECT s.case_number, a.file_name, a.file_kind, a.file_size, a.added_by, a.added_at "
                    + "FROM case_attachment a JOIN service_case s ON s.id = a.case_id";
    private static final List<String> STORED = List.of(
            "SELECT s.request_key, s.case_number, c.ref, s.case_type, s.subject, s.description, s.priority, s.owner_id, s.team, "
                    + "s.case_state, s.is_open, s.reason, s.opened_by, s.opened_at, s.answered_at, s.solved_at, s.due_on, s.tier, s.cost_minor, m.case_number AS merged "
                    + "FROM service_case s JOIN customer c ON c.id = s.customer_id LEFT JOIN service_case m ON m.id = s.merged_into",
            "SELECT s.case_number, e.happened_at, e.actor_id, e.event_kind, e.before_state, e.after_state, e.note "
                    + "FROM case_event e JOIN service_case s ON s.id = e.case_id",
            "SELECT s.case_number, p.step, p.note, p.done_by, p.done_at FROM case_step p JOIN service_case s ON s.id = p.case_id",
            "SELECT s.case_number, i.request_key FROM case_interaction l JOIN service_case s ON s.id = l.case_id "
                    + "JOIN interaction i ON i.id = l.interaction_id",
            "SELECT s.case_number, w.user_id FROM case_watcher w JOIN service_case s ON s.id = w.case_id",
            "SELECT s.case_number, r.case_number AS other FROM case_relation l JOIN service_case s ON s.id = l.case_id "
                    + "JOIN service_case r ON r.id = l.related_id");

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;
    private RecordFiles records;
    private long customer;

    CaseRecordFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        records = new RecordFiles(portal);
        records.person(70, "wang.fang", true);
        records.person(71, "left.long.ago", false);
        customer = records.customer("0417", "Chen Meiling");
        portal.database().jdbi().useHandle(this::fill);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    /** Three cases: the first was merged into the third, the second is related to it. */
    private void fill(Handle handle) {
        handle.execute(
                "INSERT INTO case_number VALUES (?, 1003)", portal.vertical().id());
        open(handle, 1001, "CLOSED", 71, "=Lost; \"parcel\"");
        open(handle, 1002, "WAITING_CUSTOMER", 70, "退款");
        open(handle, 1003, "NEW", 70, "Parcel");
        handle.execute("UPDATE service_case SET merged_into = (SELECT id FROM service_case WHERE case_number = 1003),"
                + " reason = 'DELIVERY', solved_at = opened_at, answered_at = opened_at, owner_id = 70, team = 'Hotline', due_on = DATE '2026-03-02', tier = 'gold', cost_minor = 1250"
                + " WHERE case_number = 1001");
        handle.execute(
                "INSERT INTO case_event (case_id, happened_at, actor_id, event_kind, before_state, after_state, note)"
                        + " SELECT id, opened_at, opened_by, 'STATE', 'NEW', 'CLOSED', 'Done;\nreally' FROM service_case");
        handle.execute("INSERT INTO case_event (case_id, happened_at, event_kind, note)"
                + " SELECT id, opened_at, 'NOTE', 'by the portal' FROM service_case");
        handle.execute("INSERT INTO case_step SELECT id, 'REMEDY', 'A voucher', 71, opened_at FROM service_case"
                + " WHERE case_number = 1002");
        handle.execute("INSERT INTO case_watcher SELECT id, 71 FROM service_case WHERE case_number > 1001");
        handle.execute("INSERT INTO case_relation SELECT a.id, b.id FROM service_case a, service_case b"
                + " WHERE a.case_number + b.case_number = 2005 AND a.case_number > 1001 AND b.case_number > 1001");
        handle.execute(
                "INSERT INTO interaction (request_key, vertical_id, customer_id, author_id, happened_at, channel, direction, subject, notes)"
                        + " VALUES ('contact', ?, ?, 70, CURRENT_TIMESTAMP, 'PHONE', 'INCOMING', 's', 'n')",
                portal.vertical().id(),
                customer);
        handle.execute("INSERT INTO case_interaction SELECT s.id, i.id FROM service_case s, interaction i"
                + " WHERE s.case_number = 1003");
        attach(handle, 1002, "=photo.png", "PNG", photo());
        attach(handle, 1001, "note.txt", "TEXT", "收到".getBytes(StandardCharsets.UTF_8));
    }

    private void attach(Handle handle, int number, String name, String type, byte[] content) {
        String stored = UUID.randomUUID().toString();
        try {
            Files.write(Files.createDirectories(folder.resolve("attachments")).resolve(stored), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        handle.execute(
                "INSERT INTO case_attachment (case_id, file_name, file_kind, file_size, stored_name, added_by, added_at)"
                        + " SELECT id, ?, ?, ?, ?, 70, opened_at FROM service_case WHERE case_number = ?",
                name,
                type,
                content.length,
                stored,
                number);
    }

    /** Of so many bytes that they take several rows. */
    private static byte[] photo() {
        byte[] content = new byte[40_001];
        new Random(7).nextBytes(content);
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private void open(Handle handle, int number, String state, long opener, String subject) {
        handle.execute(
                "INSERT INTO service_case (request_key, vertical_id, case_number, customer_id, case_type, subject, description, priority,"
                        + " case_state, is_open, opened_by, opened_at)"
                        + " VALUES (?, ?, ?, ?, 'CLAIM', ?, 'It is\nlost', 2, ?, ?, ?, TIMESTAMP '2026-03-01 08:00:00')",
                "key " + number,
                portal.vertical().id(),
                number,
                customer,
                subject,
                state,
                !state.equals("CLOSED"),
                opener);
    }

    @Test
    void shouldBringCasesBackAsTheyWere() {
        List<List<String>> before = stored();
        Map<String, String> files = records.exported();
        deleteAll();

        ImportRun run = records.bringBack(files, CASES);

        assertThat(run.counts()).isEqualTo(new Counts(15, 15, 0, 0, 0, 0, 0));
        assertThat(stored()).isEqualTo(before);
        int next = new CaseDao(portal.database().jdbi(), portal.database().dialect())
                .nextNumber(portal.vertical().id());
        assertThat(next).as("no number is given twice").isGreaterThan(1003);
        assertThat(portal.rows("SELECT case_number FROM service_case WHERE is_open AND look_at <> opened_at"))
                .as("whose clocks are read as those of a case that has just come")
                .isEmpty();
    }

    @Test
    void shouldFindEverythingKnownThatIsHere() {
        List<List<String>> before = stored();
        Map<String, String> files = records.exported();
        assertThat(records.bringBack(files, CASES).counts()).isEqualTo(new Counts(15, 0, 0, 15, 0, 0, 0));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void shouldTakeBackWhatNobodyChangedSince() {
        Map<String, String> files = records.exported();
        deleteAll();
        ImportRun run = records.bringBack(files, CASES);
        portal.database()
                .jdbi()
                .useHandle(h -> h.execute("UPDATE service_case SET import_id = NULL WHERE case_number = 1002"));

        assertThat(portal.undo(run.id()).state()).isEqualTo(ImportState.UNDONE);

        assertThat(portal.count("SELECT count(*) FROM service_case")).isEqualTo(1);
        assertThat(portal.count("SELECT count(*) FROM case_event")).isEqualTo(2);
        assertThat(portal.count("SELECT count(*) FROM case_relation")).isZero();
        assertThat(portal.count("SELECT count(*) FROM case_watcher")).isEqualTo(1);
    }

    @Test
    void shouldBringFilesBackToTheByte() throws IOException {
        List<String> before = portal.rows(STORED_FILES);
        Map<String, String> files = records.exported();
        deleteAll();
        clearFolder();
        records.bringBack(files, CASES);

        assertThat(records.bringBack(files, FILES).counts()).isEqualTo(new Counts(8, 8, 0, 0, 0, 0, 0));

        assertThat(portal.rows(STORED_FILES)).isEqualTo(before);
        assertThat(content("=photo.png")).isEqualTo(photo());
        assertThat(content("note.txt")).asString(StandardCharsets.UTF_8).isEqualTo("收到");
        assertThat(records.bringBack(files, FILES).counts()).isEqualTo(new Counts(8, 0, 0, 8, 0, 0, 0));
        assertThat(inFolder()).isEqualTo(2);
    }

    @Test
    void shouldTakeFilesBackWithWhatLiesOnTheDisk() throws IOException {
        Map<String, String> files = records.exported();
        deleteAll();
        clearFolder();
        ImportRun cases = records.bringBack(files, CASES);
        ImportRun attachments = records.bringBack(files, FILES);

        assertThat(portal.undo(attachments.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(inFolder()).isZero();
        assertThat(portal.count("SELECT count(*) FROM service_case")).isEqualTo(3);

        records.bringBack(files, FILES);
        assertThat(portal.undo(cases.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(inFolder()).isZero();
        assertThat(portal.count("SELECT count(*) FROM service_case")).isZero();
    }

    @Test
    void shouldLeaveNoFileOfAnImportThatFails() throws IOException {
        Map<String, String> files = records.exported();
        portal.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM case_attachment"));
        clearFolder();
        String file = Objects.requireNonNull(files.get(FILES));

        String cut = file.substring(0, file.indexOf("\r\n", file.length() / 2) + 2);
        assertThat(records.bringBack(Map.of(FILES, cut), FILES).counts().rejected())
                .isZero();
        assertThat(inFolder()).as("half a file is none").isZero();

        String other = file.replace("\"PNG\"", "\"PDF\"");
        assertThat(records.bringBack(Map.of(FILES, other), FILES).counts().rejected())
                .isEqualTo(1);
        assertThat(inFolder()).isEqualTo(1);
    }

    @Test
    void shouldRejectFilesOfACaseThatIsNotHere() {
        Map<String, String> files = records.exported();
        deleteAll();
        assertThat(records.bringBack(files, FILES).counts().rejected()).isEqualTo(8);
    }

    private byte[] content(String name) throws IOException {
        String stored = portal.rows("SELECT stored_name FROM case_attachment WHERE file_name = '" + name + "'")
                .getFirst();
        return Files.readAllBytes(
                folder.resolve("attachments").resolve(stored.substring("{stored_name=".length(), stored.length() - 1)));
    }

    private long inFolder() throws IOException {
        try (var files = Files.list(folder.resolve("attachments"))) {
            return files.count();
        }
    }

    private void clearFolder() throws IOException {
        try (var files = Files.list(folder.resolve("attachments"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void shouldBringServiceTimesBackUnlessSomeAreSet() {
        PolicyDao policies = new PolicyDao(portal.database().jdbi());
        int vertical = portal.vertical().id();
        ServicePolicy policy = ServicePolicy.usual("shop", ZoneId.of("Asia/Shanghai"));
        assertThat(policies.store(vertical, 0, policy)).isTrue();
        Map<String, String> files = records.exported();
        assertThat(records.bringBack(files, POLICY).counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0, 0));
        portal.database().jdbi().useHandle(h -> h.execute("DELETE FROM case_policy"));

        ImportRun run = records.bringBack(files, POLICY);
        assertThat(policies.find(vertical).orElseThrow().policy()).isEqualTo(policy);
        assertThat(portal.undo(run.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(policies.find(vertical)).isEmpty();
    }

    @Test
    void shouldRejectANumberThatAnotherCaseHas() {
        Map<String, String> files = records.exported();
        portal.database()
                .jdbi()
                .useHandle(h -> h.execute("UPDATE service_case SET request_key = 'another' WHERE case_number = 1002"));
        assertThat(records.bringBack(files, CASES).counts().rejected()).isGreaterThan(0);
        assertThat(portal.count("SELECT count(*) FROM service_case")).isEqualTo(3);
    }

    private void deleteAll() {
        portal.database()
                .jdbi()
                .useHandle(handle -> TABLES.forEach(table -> handle.execute("DELETE FROM " + table
                        + (table.equals("service_case") ? " WHERE merged_into IS NOT NULL" : ""))));
        portal.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM service_case"));
    }

    private List<List<String>> stored() {
        return STORED.stream().map(portal::rows).toList();
    }
}
