package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportRun.Counts;
import org.clientele.survey.Reply;
import org.clientele.survey.SurveyAbout;
import org.clientele.survey.SurveyData;
import org.clientele.survey.persistence.InvitationDao;
import org.clientele.survey.persistence.SurveyDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Surveys with invitations and answers: written by an export, deleted, brought back. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class SurveyFilesTest {
    private static final String SURVEYS = "4-surveys.csv";
    private static final String INVITATIONS = "5-survey-invitations.csv";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Instant LATER = NOON.plusSeconds(2_592_000);
    private static final SurveyAbout CASE = new SurveyAbout(SurveyAbout.Kind.CASE, "1001");
    private static final List<String> STORED = List.of(
            "SELECT content, running, created_by, created_at FROM survey",
            "SELECT s.created_at, s.running, c.ref, i.token_hash, i.about_kind, i.about_key, i.invited_by, i.invited_at, i.expires_at, "
                    + "i.answered_at, i.by_staff, i.nps, i.csat, i.work_due_on, i.work_owner_id, i.work_done_at "
                    + "FROM survey_invitation i JOIN survey s ON s.id = i.survey_id JOIN customer c ON c.id = i.customer_id",
            "SELECT c.ref, i.about_key, a.question, a.number_given, a.text_given FROM survey_answer a "
                    + "JOIN survey_invitation i ON i.id = a.invitation_id JOIN customer c ON c.id = i.customer_id");

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;
    private RecordFiles records;
    private SurveyDao surveys;
    private InvitationDao invitations;
    private int vertical;
    private long chen;
    private long first;

    SurveyFilesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        records = new RecordFiles(portal);
        surveys = new SurveyDao(portal.database().jdbi());
        invitations = new InvitationDao(portal.database().jdbi());
        vertical = portal.vertical().id();
        records.person(70, "wang.fang", true);
        records.person(71, "left.long.ago", false);
        chen = records.customer("0417", "Chen Meiling");
        long li = records.customer("=0418", "Li Na");
        portal.database().jdbi().useHandle(handle -> handle.execute("UPDATE customer SET owner_user_id = 70"));
        first = surveys.insert(vertical, SurveyData.usual(), 70, NOON);
        long second = surveys.insert(vertical, SurveyData.usual(), 71, NOON);
        surveys.setRunning(second, false);
        invitations.insert(vertical, first, chen, CASE, "hash 1", 70, NOON, LATER);
        invitations.use("hash 1", NOON.plusSeconds(60));
        long answered = portal.count("SELECT id FROM survey_invitation");
        List<Reply> replies = List.of(Reply.of(0, 3), Reply.of(1, 2), Reply.of(2, "=Slow;\n太慢"));
        invitations.keep(answered, replies, 3, 2, LocalDate.of(2026, 3, 3));
        invitations.insert(vertical, first, li, null, "hash 2", 70, NOON, LATER);
        long entered = invitations.insertEntered(vertical, second, li, null, 71, NOON);
        invitations.keep(entered, List.of(Reply.of(0, 9)), 9, null, null);
        invitations.insertEntered(vertical, second, li, null, 71, NOON);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldBringEverythingBackAsItWas() {
        List<List<String>> before = stored();
        Map<String, String> files = records.exported();
        deleteAll();

        assertThat(records.bringBack(files, SURVEYS).counts()).isEqualTo(new Counts(2, 2, 0, 0, 0, 0, 0));
        assertThat(records.bringBack(files, INVITATIONS).counts()).isEqualTo(new Counts(8, 8, 0, 0, 0, 0, 0));

        assertThat(stored()).isEqualTo(before);
        assertThat(invitations.asked("hash 2", NOON)).as("links go on working").isPresent();
    }

    @Test
    void shouldFindEverythingKnownThatIsHere() {
        List<List<String>> before = stored();
        Map<String, String> files = records.exported();

        assertThat(records.bringBack(files, SURVEYS).counts()).isEqualTo(new Counts(2, 0, 0, 2, 0, 0, 0));
        assertThat(records.bringBack(files, INVITATIONS).counts()).isEqualTo(new Counts(8, 0, 0, 8, 0, 0, 0));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void shouldTakeBackWhatNobodyChangedSince() {
        Map<String, String> files = records.exported();
        deleteAll();
        ImportRun asking = records.bringBack(files, SURVEYS);
        ImportRun asked = records.bringBack(files, INVITATIONS);
        invitations.use("hash 2", NOON.plusSeconds(60));

        assertThat(portal.undo(asked.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(portal.undo(asking.id()).state()).isEqualTo(ImportState.UNDONE);

        assertThat(portal.rows("SELECT token_hash FROM survey_invitation")).containsExactly("{token_hash=hash 2}");
        assertThat(portal.count("SELECT count(*) FROM survey_answer")).isZero();
        assertThat(portal.count("SELECT count(*) FROM survey"))
                .as("one is still answered")
                .isEqualTo(1);
    }

    @Test
    void shouldLeaveALinkToWhoeverHasItHere() {
        Map<String, String> files = records.exported();
        portal.database().jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM survey_answer");
            handle.execute("DELETE FROM survey_invitation WHERE token_hash IS NULL OR token_hash <> 'hash 1'");
            handle.execute("UPDATE survey_invitation SET token_hash = 'hash 2', customer_id = ?", chen);
        });

        Counts counts = records.bringBack(files, INVITATIONS).counts();

        assertThat(counts.rejected()).isZero();
        assertThat(portal.count(
                        "SELECT count(*) FROM survey_invitation WHERE token_hash = 'hash 2' AND survey_id = " + first))
                .isEqualTo(1);
    }

    @Test
    void shouldRejectInvitationsToASurveyThatIsNotHere() {
        Map<String, String> files = records.exported();
        deleteAll();

        assertThat(records.bringBack(files, INVITATIONS).counts().rejected()).isEqualTo(8);
        assertThat(portal.count("SELECT count(*) FROM survey_invitation")).isZero();
    }

    private void deleteAll() {
        portal.database().jdbi().useHandle(handle -> List.of("survey_answer", "survey_invitation", "survey")
                .forEach(table -> handle.execute("DELETE FROM " + table)));
    }

    private List<List<String>> stored() {
        return STORED.stream().map(portal::rows).toList();
    }
}
