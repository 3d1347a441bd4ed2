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
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
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
                "shop", new ContactRules(null, 7, null, null, Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)));
        portal.startFirst();
        assertThat(portal.task("welcome").dueOn()).as("20 February is a Friday").isEqualTo(TODAY.plusDays(2));
        assertThat(portal.task("thank").dueOn()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void shouldFindTheNextMomentThatIsNotQuiet() {
        ContactRules nights =
                new ContactRules(null, 30, LocalTime.of(21, 0), LocalTime.of(8, 0), Set.of(DayOfWeek.SATURDAY));
        LocalDateTime thursday = LocalDate.of(2026, 2, 19).atTime(20, 59);
        assertThat(nights.allowed(thursday)).isEqualTo(thursday);
        assertThat(nights.allowed(thursday.plusMinutes(1))).isEqualTo("2026-02-20T08:00");
        assertThat(nights.allowed(thursday.minusHours(13))).isEqualTo("2026-02-19T08:00");
        assertThat(nights.allowed(thursday.plusDays(1).plusHours(1)))
                .as("the morning after is a Saturday, and Sunday begins with quiet hours")
                .isEqualTo("2026-02-22T08:00");
        ContactRules noon = new ContactRules(null, 30, LocalTime.of(12, 0), LocalTime.of(14, 0), Set.of());
        assertThat(noon.allowed(thursday)).isEqualTo(thursday);
        assertThat(noon.allowed(thursday.minusHours(8))).isEqualTo("2026-02-19T14:00");
        assertThat(ContactRules.NONE.allowed(thursday)).isEqualTo(thursday);
    }

    @Test
    void shouldPutAContactThatIsDueInQuietHoursToTheNextDay() {
        portal.vital("mill");
        portal.recompute();
        portal.settings.setContactRules(
                "shop", new ContactRules(null, 7, LocalTime.of(8, 0), LocalTime.MIDNIGHT, Set.of()));
        assertThat(portal.startFirst().made()).isPositive();
        assertThat(portal.task("welcome").dueOn()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void shouldRefuseRulesThatNobodyCanKeep() {
        assertProblem(new ContactRules(0, 7, null, null, Set.of()), "days");
        assertProblem(new ContactRules(1, 0, null, null, Set.of()), "days");
        assertProblem(new ContactRules(1, 7, LocalTime.of(21, 0), null, Set.of()), "quiet-hours");
        assertProblem(new ContactRules(1, 7, null, null, Set.of(DayOfWeek.values())), "quiet-days");
        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> set(1, 1)).isInstanceOf(ForbiddenProblem.class);
    }

    @Test
    void shouldKeepTheRules() {
        ContactRules rules =
                new ContactRules(3, 14, LocalTime.of(21, 0), LocalTime.of(8, 30), Set.of(DayOfWeek.SUNDAY));
        portal.settings.setContactRules("shop", rules);
        assertThat(portal.settings.contactRules("shop")).isEqualTo(rules);
        assertThat(portal.shop.audit.actions()).contains("strategy.contact shop");
    }

    private void set(@Nullable Integer most, int days) {
        portal.settings.setContactRules("shop", new ContactRules(most, days, null, null, Set.of()));
    }

    private void assertProblem(ContactRules rules, String key) {
        assertThatThrownBy(() -> portal.settings.setContactRules("shop", rules))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(key);
    }
}
