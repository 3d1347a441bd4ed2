package org.clientele.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.interaction.Direction;
import org.clientele.worklist.WorkQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Complaints are answered within two working hours and solved within 27, on a calendar from nine to six in UTC. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CaseEscalationTest {
    private final CasePortal portal;
    private ServiceCase one;

    CaseEscalationTest(TestDatabase.Kind kind) {
        portal = new CasePortal(kind);
    }

    @BeforeEach
    void open() {
        portal.at("2026-03-02T09:00:00Z");
        one = portal.open(CaseType.COMPLAINT, "Rude answer");
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldTellOfNearLateAndEscalatedOnceEach() throws Exception {
        assertThat(one.dueAt()).isEqualTo("2026-03-02T11:00:00Z");
        assertThat(one.dueOn()).isEqualTo("2026-03-02");
        assertThat(alertAt("2026-03-02T10:29:00Z")).isEqualTo(CaseAlert.NONE);
        assertThat(alertAt("2026-03-02T10:30:00Z")).isEqualTo(CaseAlert.NEAR);
        assertThat(alertAt("2026-03-02T11:00:00Z")).isEqualTo(CaseAlert.LATE);
        portal.at("2026-03-02T12:00:00Z");
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            for (int node = 0; node < 3; node++) {
                nodes.submit(() -> portal.escalation.run(() -> false));
            }
        }
        assertThat(portal.again(one).alert()).isEqualTo(CaseAlert.ESCALATED);
        assertThat(portal.cases.history("shop", one.number()))
                .filteredOn(event -> event.kind() == Kind.ALERT)
                .extracting(CaseEvent::after)
                .containsExactly("NEAR", "LATE", "ESCALATED");
    }

    @Test
    void shouldTellManagersOnlyOfWhatIsEscalated() {
        portal.cases.assign("shop", one, portal.liNa);
        portal.become(portal.wangFang, Role.MANAGER, false);
        alertAt("2026-03-02T11:00:00Z");
        assertThat(toDo(portal.wangFang)).isEmpty();
        alertAt("2026-03-02T12:00:00Z");
        assertThat(toDo(portal.wangFang)).containsExactly(one.number());
        portal.become(portal.wangFang, Role.STAFF, false);
        assertThat(toDo(portal.wangFang)).isEmpty();
        assertThat(portal.lists.count("shop", CaseQuery.ALL.withLate(true))).isEqualTo(1);
    }

    @Test
    void shouldStopTheAnswerClockWithTheFirstAnswerAndCountTheSolutionOn() {
        portal.at("2026-03-02T10:00:00Z");
        portal.links.addContact(
                "shop",
                one.number(),
                portal.contact(portal.anna, Direction.OUTGOING).id());
        ServiceCase answered = portal.again(one);
        assertThat(answered.dueAt()).as("27 working hours").isEqualTo("2026-03-04T18:00:00Z");
        assertThat(alertAt("2026-03-03T12:00:00Z")).isEqualTo(CaseAlert.NONE);
        assertThat(portal.cases
                        .clocks("shop", answered)
                        .answer()
                        .at(portal.shop.clock.instant())
                        .used())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void shouldStandWhileTheCustomerIsAskedAndGoOnAfterReopening() {
        portal.move(one, CaseState.WAITING_CUSTOMER);
        assertThat(portal.again(one).dueAt()).isNull();
        assertThat(portal.again(one).dueOn()).isNull();
        assertThat(alertAt("2026-03-05T09:00:00Z")).isEqualTo(CaseAlert.NONE);
        portal.move(one, CaseState.OPEN);
        assertThat(portal.again(one).dueAt()).isEqualTo("2026-03-05T11:00:00Z");

        portal.at("2026-03-05T10:00:00Z");
        portal.move(one, CaseState.SOLVED);
        assertThat(portal.again(one).dueAt()).isNull();
        portal.at("2026-03-06T09:00:00Z");
        ServiceCase back = portal.move(one, CaseState.REOPENED);
        assertThat(back.dueAt()).as("one of 27 hours was used").isEqualTo("2026-03-10T17:00:00Z");
    }

    @Test
    void shouldCountOpenCasesAnewWhenTheCalendarChanges() {
        ServicePolicies.Seen seen = portal.policies.get("shop");
        WorkingCalendar calendar = seen.policy().calendar();
        WorkingCalendar edited = new WorkingCalendar(
                calendar.zone(),
                calendar.hours(),
                new TreeMap<>(Map.of(LocalDate.of(2026, 3, 2), "Founding day")),
                calendar.extraHours(),
                calendar.extraDays());
        ServicePolicy changed = with(seen.policy(), edited, Map.of());
        assertThatThrownBy(() -> portal.policies.set("shop", seen, changed)).isInstanceOf(ForbiddenProblem.class);
        portal.become(portal.wangFang, Role.MANAGER, false);
        portal.policies.set("shop", seen, changed);
        portal.escalation.run(() -> false);
        assertThat(portal.again(one).dueAt()).isEqualTo("2026-03-03T11:00:00Z");
        assertThatThrownBy(() -> portal.policies.set("shop", seen, changed)).hasMessageContaining("policy-conflict");
        assertThat(portal.policies.get("shop").policy()).isEqualTo(changed);
    }

    @Test
    void shouldPromiseByTierAndTakeOnlyTypesThatAreOffered() {
        ServicePolicy usual = portal.policies.get("shop").policy();
        ServicePolicy tiered = with(usual, usual.calendar(), Map.of("gold", 50));
        assertThat(tiered.goal(CaseType.COMPLAINT, "gold")).isEqualTo(new ServicePolicy.Goal(60, 810));
        assertThat(tiered.goal(CaseType.COMPLAINT, "iron")).isEqualTo(new ServicePolicy.Goal(120, 1620));
        assertThat(tiered.goal(CaseType.COMPLAINT, null)).isEqualTo(new ServicePolicy.Goal(120, 1620));

        portal.become(portal.wangFang, Role.MANAGER, false);
        portal.policies.set(
                "shop",
                portal.policies.get("shop"),
                new ServicePolicy(
                        usual.calendar(),
                        java.util.Set.of(CaseType.REFUND),
                        usual.goals(),
                        null,
                        Map.of(),
                        usual.pauses(),
                        0.5,
                        2));
        assertThatThrownBy(() -> portal.open(CaseType.OUTAGE, "No power")).hasMessageContaining("type-off");
        assertThat(portal.open(CaseType.REFUND, "Money back").state()).isEqualTo(CaseState.NEW);
    }

    private static ServicePolicy with(ServicePolicy policy, WorkingCalendar calendar, Map<String, Integer> tiers) {
        return new ServicePolicy(
                calendar,
                policy.types(),
                policy.goals(),
                policy.tierModel(),
                tiers,
                policy.pauses(),
                policy.nearShare(),
                policy.escalateShare());
    }

    private CaseAlert alertAt(String time) {
        portal.at(time);
        portal.escalation.run(() -> false);
        return portal.again(one).alert();
    }

    private List<Integer> toDo(long user) {
        WorkQuery asked = new WorkQuery(WorkQuery.Whose.mineAndFree(user), null, LocalDate.of(2027, 1, 1), null);
        return portal.lists.toDo(portal.shop.vertical, asked, 50).stream()
                .map(ServiceCase::number)
                .toList();
    }
}
