package org.clientele.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.clientele.strategy.TaskPortal.FIRST;
import static org.clientele.strategy.TaskPortal.TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.strategy.persistence.TaskDao;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ContactRulesTest {
    private final TaskPortal portal;

    ContactRulesTest(TestDatabase.Kind kind) {
        portal = TaskPortal.open(kind);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldHoldBackWhatIsTooMuchByTheOrderOfThePlays() {
        portal.vital("mill");
        portal.recompute();
        set(2, 7);

        assertThat(portal.runs.load(portal.shop.snapshot(), FIRST).weeks().getFirst())
                .as("the preview holds back too")
                .isEqualTo(2);
        assertThat(portal.startFirst().made()).isEqualTo(3);
        assertThat(portal.open())
                .extracting(task -> task.play().play(), Task::dueOn)
                .as(
                        "renew and thank, both on the 23rd, would be the second and third of a week; review comes a week after welcome")
                .containsExactly(
                        tuple("welcome", TODAY), tuple("renew", TODAY.plusDays(3)), tuple("review", TODAY.plusDays(7)));
        assertThat(portal.making.run("shop")).isEqualTo(TaskMaking.Made.NOTHING);
    }

    @Test
    void shouldCountWhatWasDoneButNotWhatWasSkipped() {
        portal.vital("mill");
        portal.recompute();
        set(1, 3);
        portal.startFirst();
        portal.tasks.done("shop", portal.task("welcome"));
        assertThat(portal.making.run("shop")).isEqualTo(TaskMaking.Made.NOTHING);

        portal.tasks.skip("shop", portal.task("renew"), "on holiday");
        assertThat(portal.making.run("shop").made())
                .as("now there is room for thanks")
                .isEqualTo(1);
    }

    @Test
    void shouldMoveContactsFromQuietDays() {
        portal.vital("mill");
        portal.recompute();
        portal.settings.setContactRules(
                "shop", new ContactRules(null, 7, null, null, Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), null));
        portal.startFirst();
        assertThat(portal.task("welcome").dueOn()).as("20 February is a Friday").isEqualTo(TODAY.plusDays(2));
        assertThat(portal.task("thank").dueOn()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void shouldFindTheNextMomentThatIsNotQuiet() {
        QuietTime nights = quiet(
                new ContactRules(null, 30, LocalTime.of(21, 0), LocalTime.of(8, 0), Set.of(DayOfWeek.SATURDAY), null));
        LocalDateTime thursday = LocalDate.of(2026, 2, 19).atTime(20, 59);
        assertThat(nights.allowed(thursday)).isEqualTo(thursday);
        assertThat(nights.allowed(thursday.plusMinutes(1))).isEqualTo("2026-02-20T08:00");
        assertThat(nights.allowed(thursday.minusHours(13))).isEqualTo("2026-02-19T08:00");
        assertThat(nights.allowed(thursday.plusDays(1).plusHours(1)))
                .as("the morning after is a Saturday, and Sunday begins with quiet hours")
                .isEqualTo("2026-02-22T08:00");
        QuietTime noon = quiet(new ContactRules(null, 30, LocalTime.of(12, 0), LocalTime.of(14, 0), Set.of(), null));
        assertThat(noon.allowed(thursday)).isEqualTo(thursday);
        assertThat(noon.allowed(thursday.minusHours(8))).isEqualTo("2026-02-19T14:00");
        assertThat(quiet(ContactRules.NONE).allowed(thursday)).isEqualTo(thursday);
    }

    @Test
    void shouldLeaveDaysOffQuietWhereTheRulesSaySo() {
        LocalDate off = LocalDate.of(2026, 10, 1);
        Set<LocalDate> week = off.datesUntil(off.plusDays(8)).collect(Collectors.toSet());
        ContactRules sundays = new ContactRules(null, 30, null, null, Set.of(DayOfWeek.SUNDAY), true);
        assertThat(new QuietTime(sundays, week).allowed(off)).isEqualTo("2026-10-09");
        assertThat(new QuietTime(sundays, week).allowed(off.atTime(10, 0))).isEqualTo("2026-10-09T00:00");
        assertThat(new QuietTime(new ContactRules(null, 30, null, null, Set.of(), null), week).allowed(off))
                .isEqualTo(off);
    }

    @Test
    void shouldCountEveryContactThatTheHouseBegan() {
        Customer mill = portal.vital("mill");
        portal.recompute();
        set(1, 30);
        contact(mill, "INCOMING", null, 0);
        contact(mill, "OUTGOING", "NOT_REACHED", 0);
        assertThat(portal.runs.load(portal.shop.snapshot(), FIRST).total()).isPositive();
        contact(mill, "OUTGOING", "INTERESTED", 2);
        contact(mill, "OUTGOING", null, 2);

        assertThat(portal.runs.load(portal.shop.snapshot(), FIRST).weeks().getFirst())
                .as("the preview knows")
                .isZero();
        assertThat(portal.startFirst()).isEqualTo(TaskMaking.Made.NOTHING);
        set(2, 30);
        assertThat(portal.making.run("shop").made())
                .as("two contacts of a day are one")
                .isEqualTo(1);
    }

    @Test
    void shouldNotCountAContactTwiceThatATaskAskedFor() {
        Customer mill = portal.vital("mill");
        portal.recompute();
        set(1, 3);
        portal.startFirst();
        portal.tasks.done("shop", portal.task("welcome"));
        contact(mill, "OUTGOING", "SOLVED", 0);
        set(2, 3);
        assertThat(portal.making.run("shop").made()).isEqualTo(1);
    }

    @Test
    void shouldCountSurveysAsContacts() {
        Customer mill = portal.vital("mill");
        portal.recompute();
        set(1, 30);
        portal.shop.database.jdbi().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO survey (id, vertical_id, content, running, created_by, created_at) VALUES (1, ?, '{}', TRUE, 1, ?)",
                    portal.shop.vertical.id(),
                    TODAY.atStartOfDay().atOffset(ZoneOffset.UTC));
            handle.execute(
                    """
                    INSERT INTO survey_invitation (vertical_id, survey_id, customer_id, invited_by, invited_at, expires_at, by_staff)
                    VALUES (?, 1, ?, 1, ?, ?, FALSE)""",
                    portal.shop.vertical.id(),
                    mill.id(),
                    TODAY.minusDays(1).atTime(9, 0).atOffset(ZoneOffset.UTC),
                    TODAY.plusDays(30).atTime(9, 0).atOffset(ZoneOffset.UTC));
        });
        assertThat(portal.startFirst()).isEqualTo(TaskMaking.Made.NOTHING);
    }

    @Test
    void shouldSayThatThereWereAsManyContactsAsThereMayBe() {
        Customer mill = portal.vital("mill");
        ContactLimit limit = new ContactLimit(
                new TaskDao(portal.shop.database.jdbi(), portal.shop.database.dialect()),
                portal.published,
                HouseTime.of(portal.shop.clock),
                portal.shop.rights);
        contact(mill, "OUTGOING", null, 0);
        contact(portal.vital("forge"), "OUTGOING", null, 3);
        contact(mill, "OUTGOING", null, 7);
        assertThat(limit.reached(portal.shop.vertical, mill.id()))
                .as("no limit")
                .isEmpty();
        set(2, 7);
        assertThat(limit.reached(portal.shop.vertical, mill.id())).isEmpty();
        set(2, 8);
        assertThat(limit.reached(portal.shop.vertical, mill.id())).contains(new ContactLimit.Reached(2, 8, 2));
    }

    private void contact(Customer customer, String direction, @Nullable String outcome, int daysAgo) {
        portal.shop.database.jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO interaction (request_key, vertical_id, customer_id, author_id, happened_at, channel, direction, subject, notes, outcome)
                        VALUES (:request, :vertical, :customer, 1, :at, 'PHONE', :direction, 'Call', '', :outcome)""")
                .bind("request", UUID.randomUUID().toString())
                .bind("vertical", portal.shop.vertical.id())
                .bind("customer", customer.id())
                .bind("at", TODAY.minusDays(daysAgo).atTime(8, 30).atOffset(ZoneOffset.UTC))
                .bind("direction", direction)
                .bind("outcome", outcome)
                .execute());
    }

    private static QuietTime quiet(ContactRules rules) {
        return new QuietTime(rules, Set.of());
    }

    @Test
    void shouldPutAContactThatIsDueInQuietHoursToTheNextDay() {
        portal.vital("mill");
        portal.recompute();
        portal.settings.setContactRules(
                "shop", new ContactRules(null, 7, LocalTime.of(8, 0), LocalTime.MIDNIGHT, Set.of(), null));
        assertThat(portal.startFirst().made()).isPositive();
        assertThat(portal.task("welcome").dueOn()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void shouldRefuseRulesThatNobodyCanKeep() {
        assertProblem(new ContactRules(0, 7, null, null, Set.of(), null), "days");
        assertProblem(new ContactRules(1, 0, null, null, Set.of(), null), "days");
        assertProblem(new ContactRules(1, 7, LocalTime.of(21, 0), null, Set.of(), null), "quiet-hours");
        assertProblem(new ContactRules(1, 7, null, null, Set.of(DayOfWeek.values()), null), "quiet-days");
        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> set(1, 1)).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldKeepTheRules() {
        ContactRules rules =
                new ContactRules(3, 14, LocalTime.of(21, 0), LocalTime.of(8, 30), Set.of(DayOfWeek.SUNDAY), true);
        portal.settings.setContactRules("shop", rules);
        assertThat(portal.settings.contactRules("shop")).isEqualTo(rules);
        assertThat(portal.shop.audit.actions()).contains("strategy.contact shop");
        assertThat(StrategyCodec.read(
                                "{\"most\":3,\"days\":14,\"quietFrom\":null,\"quietTo\":null,\"quietDays\":[]}",
                                ContactRules.class)
                        .quietDaysOff())
                .as("rules set before there was the choice")
                .isNull();
    }

    private void set(@Nullable Integer most, int days) {
        portal.settings.setContactRules("shop", new ContactRules(most, days, null, null, Set.of(), null));
    }

    private void assertProblem(ContactRules rules, String key) {
        assertThatThrownBy(() -> portal.settings.setContactRules("shop", rules))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(key);
    }
}
