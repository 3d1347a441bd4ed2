package org.clientele.interaction.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.FollowUp;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.Outcome;
import org.clientele.worklist.WorkQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class InteractionDaoTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    private final TestDatabase database;
    private final InteractionDao dao;
    private int vertical;
    private long author;
    private long customer;

    InteractionDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        dao = new InteractionDao(database.jdbi());
    }

    @BeforeEach
    void addCustomer() {
        vertical = insert("INSERT INTO vertical (vertical_key, currency, as_of_mode) VALUES ('retail', 'USD', 'TODAY')")
                .intValue();
        author = insert("INSERT INTO app_user (login, display_name, active, created_at) VALUES ('li', 'Li Na', TRUE, '"
                + at() + "')");
        customer = insert("INSERT INTO customer (vertical_id, ref, name, created_at) VALUES (" + vertical
                + ", '00417', 'Chen Meiling', '" + at() + "')");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldReadBackWhatWasWritten() {
        InteractionData data = data("Late delivery", MONDAY);
        long id = dao.insert(vertical, customer, author, UUID.randomUUID(), data);
        Interaction read = dao.get(vertical, id);
        assertThat(read.data()).isEqualTo(data);
        assertThat(read.author()).isEqualTo("Li Na");
        assertThat(read.isOpen()).isTrue();
        assertThat(dao.ofCustomer(vertical, customer, 10)).containsExactly(read);
    }

    @Test
    void shouldKeepWhatIsMissingMissing() {
        InteractionData data =
                new InteractionData(NOON, Channel.WECHAT, Direction.OUTGOING, "送货晚了", "", null, null, null);
        long id = dao.insert(vertical, customer, author, UUID.randomUUID(), data);
        assertThat(dao.get(vertical, id).data()).isEqualTo(data);
    }

    @Test
    void shouldReadSeveralAtOnceOfTheirVerticalOnly() {
        long first = dao.insert(vertical, customer, author, UUID.randomUUID(), data("First", null));
        long second = dao.insert(vertical, customer, author, UUID.randomUUID(), data("Second", null));
        dao.insert(vertical, customer, author, UUID.randomUUID(), data("Third", null));

        assertThat(dao.all(vertical, Set.of(first, second, Long.MAX_VALUE), null))
                .extracting(Interaction::id)
                .containsExactlyInAnyOrder(first, second);
        assertThat(dao.all(vertical + 1, Set.of(first), null)).isEmpty();
    }

    @Test
    void shouldFindWhatARequestHasLoggedAlready() {
        UUID request = UUID.randomUUID();
        long id = dao.insert(vertical, customer, author, request, data("Once", null));
        assertThat(dao.findByRequest(request)).map(Interaction::id).hasValue(id);
        assertThat(dao.findByRequest(UUID.randomUUID())).isEmpty();
    }

    @Test
    void shouldRefuseAnEditOfAnOlderVersion() {
        long id = dao.insert(vertical, customer, author, UUID.randomUUID(), data("First", null));
        assertThat(dao.update(id, 0, data("Second", null))).isTrue();
        assertThat(dao.update(id, 0, data("Third", null))).isFalse();
        assertThat(dao.get(vertical, id).data().subject()).isEqualTo("Second");
    }

    @Test
    void shouldKeepWhatWasSaidBeforeAnEdit() {
        long id = dao.insert(vertical, customer, author, UUID.randomUUID(), data("First", MONDAY));
        Interaction before = dao.get(vertical, id);
        dao.insertRevision(before, author, NOON);
        assertThat(dao.revisions(id)).singleElement().satisfies(revision -> {
            assertThat(revision.before()).isEqualTo(before.data());
            assertThat(revision.editedBy()).isEqualTo("Li Na");
        });
    }

    @Test
    void shouldListOpenFollowUpsByDay() {
        long late = dao.insert(vertical, customer, author, UUID.randomUUID(), data("Late", MONDAY.minusDays(1)));
        long due = dao.insert(vertical, customer, author, UUID.randomUUID(), data("Due", MONDAY));
        dao.insert(vertical, customer, author, UUID.randomUUID(), data("Coming", MONDAY.plusDays(1)));
        assertThat(followUps(null)).containsExactly(late, due);
        dao.setFollowUpDone(late, NOON, author);
        assertThat(followUps(author)).containsExactly(due);
        assertThat(followUps(author + 1)).isEmpty();
        dao.setFollowUpDone(late, null, null);
        assertThat(dao.setFollowUpDay(due, 0, MONDAY.plusDays(7))).isTrue();
        assertThat(dao.setFollowUpDay(due, 0, MONDAY.plusDays(8)))
                .as("somebody else was first")
                .isFalse();
        assertThat(followUps(null)).containsExactly(late);
    }

    @Test
    void shouldNotShowInteractionsOfAnotherVertical() {
        long id = dao.insert(vertical, customer, author, UUID.randomUUID(), data("Here", MONDAY));
        assertThat(dao.find(vertical + 1, id)).isEmpty();
        assertThat(dao.ofCustomer(vertical + 1, customer, 10)).isEmpty();
    }

    private java.util.List<Long> followUps(@Nullable Long who) {
        WorkQuery.Whose whose = who == null ? WorkQuery.Whose.EVERYBODY : WorkQuery.Whose.of(who);
        WorkQuery asked = new WorkQuery(whose, null, MONDAY, null);
        FollowUpDao followUps = new FollowUpDao(database.jdbi(), database.dialect());
        assertThat(followUps.count(vertical, asked, null, 100))
                .isEqualTo(followUps.open(vertical, asked, null, 100).size());
        return followUps.open(vertical, asked, null, 100).stream()
                .map(FollowUp::interaction)
                .map(Interaction::id)
                .toList();
    }

    private static InteractionData data(String subject, @Nullable LocalDate followUpOn) {
        return new InteractionData(
                NOON,
                Channel.PHONE,
                Direction.INCOMING,
                subject,
                "line one\nline \"two\"",
                Outcome.COMPLAINT,
                7,
                followUpOn);
    }

    private static String at() {
        return NOON.atOffset(ZoneOffset.UTC).toString().replace('T', ' ').replace("Z", ":00+00:00");
    }

    private Long insert(String sql) {
        return database.jdbi().withHandle(h -> h.createUpdate(sql)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }
}
