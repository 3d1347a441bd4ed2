package org.clientele.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.cases.CaseAlert;
import org.clientele.cases.CaseData;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServiceCase;
import org.clientele.cases.ServicePolicies;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.notification.persistence.NotificationDao.Sight;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.segment.ModelChange;
import org.clientele.survey.SurveyPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class NotificationsTest {
    private final TestDatabase.Kind kind;
    private final NoticePortal portal;
    private final long liNa;
    private final long wangFang;

    NotificationsTest(TestDatabase.Kind kind) {
        this.kind = kind;
        portal = new NoticePortal(kind, NoticePortal.NO_MAIL);
        liNa = portal.cases.liNa;
        wangFang = portal.cases.wangFang;
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldTellWhoeverWatchesOnceUntilTheyLook() {
        ServiceCase one = watched();
        portal.become(liNa, Role.STAFF);
        portal.act(() -> portal.cases.cases.note("shop", one.number(), "Called"));
        portal.shop.clock.forward(Duration.ofMinutes(1));
        portal.act(() -> portal.cases.cases.note("shop", one.number(), "Called again"));

        assertThat(portal.toldTo(liNa, Role.STAFF)).as("who did it knows").isEmpty();
        List<Notification> told = portal.toldTo(wangFang, Role.MANAGER);
        assertThat(told).singleElement().satisfies(only -> {
            assertThat(only.kind()).isEqualTo(NoticeKind.CASE_CHANGED);
            assertThat(only.subject()).isEqualTo(one.label());
            assertThat(only.detail()).isEqualTo("Rude answer");
            assertThat(only.customer()).isEqualTo("Anna Berg");
            assertThat(only.at()).isEqualTo(portal.shop.clock.instant());
            assertThat(only.unread()).isTrue();
        });
        assertThat(portal.notifications.unread()).isEqualTo(1);

        portal.notifications.read(told.getFirst().id());
        assertThat(portal.notifications.unread()).isZero();
        portal.become(liNa, Role.STAFF);
        portal.act(() -> portal.cases.cases.note("shop", one.number(), "And again"));
        assertThat(portal.toldTo(wangFang, Role.MANAGER))
                .extracting(Notification::unread)
                .containsExactly(true, false);
        portal.notifications.readAll();
        assertThat(portal.notifications.unread()).isZero();
    }

    @Test
    void shouldTellNobodyOfWhatDidNotHappen() {
        ServiceCase one = watched();
        portal.become(liNa, Role.STAFF);
        portal.shop.database.transactions().executeWithoutResult(status -> {
            portal.cases.cases.note("shop", one.number(), "Called");
            status.setRollbackOnly();
        });

        assertThat(portal.toldTo(wangFang, Role.MANAGER)).isEmpty();
    }

    @Test
    void shouldTellOnceWhicheverNodesPublish() throws Exception {
        Notice notice = handedOver(wangFang, "task 1 1");
        List<Callable<Object>> nodes = IntStream.range(0, 4)
                .mapToObj(number -> {
                    Announcements announcements = new Announcements();
                    portal.node(announcements);
                    return Executors.callable(() -> portal.act(() -> announcements.publish(notice)));
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(nodes)) {
                done.get();
            }
        }
        portal.act(() -> portal.shop.announcements.publish(notice));

        assertThat(portal.toldTo(wangFang, Role.MANAGER)).hasSize(1);
    }

    @Test
    void shouldTellOwnersOfEachDeadlineAndManagersOfTheLast() {
        portal.cases.at("2026-03-02T09:00:00Z");
        ServiceCase one = portal.cases.open(CaseType.COMPLAINT, "Rude answer");
        portal.become(wangFang, Role.MANAGER);
        portal.act(() -> portal.cases.cases.assign("shop", one, liNa));
        for (String time : List.of("2026-03-02T10:30:00Z", "2026-03-02T11:00:00Z", "2026-03-02T12:00:00Z")) {
            portal.cases.at(time);
            portal.cases.escalation.run(() -> false);
            portal.cases.escalation.run(() -> false);
        }

        assertThat(portal.toldTo(liNa, Role.STAFF))
                .extracting(Notification::kind, Notification::place)
                .containsExactly(
                        tuple(NoticeKind.CASE_ESCALATED, "1001"),
                        tuple(NoticeKind.CASE_LATE, "1001"),
                        tuple(NoticeKind.CASE_NEAR, "1001"),
                        tuple(NoticeKind.CASE_ASSIGNED, "1001"));
        assertThat(portal.toldTo(wangFang, Role.MANAGER))
                .extracting(Notification::kind)
                .containsExactly(NoticeKind.CASE_ESCALATED);
    }

    @Test
    void shouldRingForNoCaseThatCameLateButForWhatBecomesOfIt() {
        portal.cases.at("2026-03-02T11:30:00Z");
        ServiceCase reported = portal.cases.cases.open(
                "shop",
                portal.cases.anna.id(),
                UUID.randomUUID(),
                CaseData.of(CaseType.COMPLAINT, "Rude answer", ""),
                Instant.parse("2026-03-02T09:00:00Z"));
        ServiceCase imported = portal.cases.open(CaseType.COMPLAINT, "Wrong bill");
        imported("2026-02-02T09:00:00Z", imported);
        portal.become(wangFang, Role.MANAGER);
        ServicePolicies.Seen seen = portal.cases.policies.get("shop");
        portal.cases.policies.set("shop", seen, seen.policy());
        portal.cases.escalation.run(() -> false);
        assertThat(portal.cases.again(reported).alert()).isEqualTo(CaseAlert.LATE);
        assertThat(portal.cases.again(imported).alert()).isEqualTo(CaseAlert.ESCALATED);
        assertThat(portal.toldTo(wangFang, Role.MANAGER)).isEmpty();

        portal.cases.at("2026-03-02T12:00:00Z");
        portal.cases.escalation.run(() -> false);
        assertThat(portal.toldTo(wangFang, Role.MANAGER))
                .extracting(Notification::kind, Notification::place)
                .containsExactly(tuple(NoticeKind.CASE_ESCALATED, Integer.toString(reported.number())));
    }

    /** As an import stores it: its clocks are to be read from the day on which it was opened. */
    private void imported(String openedAt, ServiceCase one) {
        portal.shop.database.jdbi().useHandle(handle -> {
            handle.execute(
                    "UPDATE service_case SET opened_at = ?, look_at = ?, due_at = NULL, alert = 0, import_id = 1 WHERE id = ?",
                    OffsetDateTime.parse(openedAt),
                    OffsetDateTime.parse(openedAt),
                    one.id());
            handle.execute(
                    "UPDATE case_event SET happened_at = ? WHERE case_id = ?",
                    OffsetDateTime.parse(openedAt),
                    one.id());
        });
    }

    @Test
    void shouldHideWhatSomebodyMayNotSeeAnyMore() {
        publish(handedOver(liNa, "task 1 1"));
        assertThat(portal.toldTo(liNa, Role.STAFF)).hasSize(1);
        assertThat(portal.notifications.unread()).isEqualTo(1);

        portal.cases.become(liNa, Role.STAFF, true);
        assertThat(portal.notifications.newest(50))
                .as("of a customer whom somebody else looks after")
                .isEmpty();
        assertThat(portal.notifications.unread()).isZero();
        portal.cases.lookAfter(portal.cases.anna, liNa);
        assertThat(portal.notifications.newest(50)).hasSize(1);
        assertThat(portal.notifications.unread()).isEqualTo(1);

        portal.shop.rights.become(TestRights.user(liNa));
        assertThat(portal.notifications.newest(50)).as("without a grant").isEmpty();
        assertThat(portal.notifications.unread()).isZero();
    }

    @Test
    void shouldTellOnlyThoseWhoMayHearOfIt() {
        Notice failed = new Notice(
                NoticeKind.IMPORT_FAILED, "shop", null, "import-failed 1", "1", "", "a.csv", Audience.everybody());
        long consultant = portal.colleague(Role.CONSULTANT);
        publish(failed);

        assertThat(portal.toldTo(consultant, Role.CONSULTANT)).hasSize(1);
        assertThat(portal.dao.newest(liNa, everything(), 9)).isEmpty();
        assertThat(portal.dao.newest(wangFang, everything(), 9)).isEmpty();
    }

    @Test
    void shouldTellNobodyWhoDoesNotWishIt() {
        portal.become(liNa, Role.STAFF);
        portal.settings.save(Map.of(NoticeKind.TASK_HANDED_OVER, new NoticeChoice(false, false)), "");
        publish(handedOver(liNa, "task 1 1"));
        assertThat(portal.toldTo(liNa, Role.STAFF)).isEmpty();

        portal.settings.save(Map.of(), "");
        publish(handedOver(liNa, "task 1 2"));
        assertThat(portal.toldTo(liNa, Role.STAFF)).hasSize(1);
    }

    @Test
    void shouldRefuseWhatIsNoAddress() {
        portal.become(liNa, Role.STAFF);
        Map<NoticeKind, NoticeChoice> mailed = Map.of(NoticeKind.CASE_LATE, new NoticeChoice(true, true));
        assertThatThrownBy(() -> portal.settings.save(mailed, " "))
                .hasMessageContaining("notification.problem.address-missing");
        for (String wrong : List.of("li", "li@", "li@example", "li@example.com, x@y.org", "a\r\nBcc: b@example.com")) {
            assertThatThrownBy(() -> portal.settings.save(mailed, wrong))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("notification.problem.address");
        }
        portal.settings.save(mailed, " li.na@example.com ");
        assertThat(portal.settings.address()).contains("li.na@example.com");
        assertThat(portal.settings.choices())
                .hasSize(NoticeKind.values().length)
                .containsEntry(NoticeKind.CASE_LATE, new NoticeChoice(true, true))
                .containsEntry(NoticeKind.UNHAPPY, NoticeChoice.USUAL);
    }

    @Test
    void shouldAskOthersForApprovalAndTellTheAuthor() {
        long zhou = portal.colleague(Role.CONSULTANT);
        long chen = portal.colleague(Role.ADMINISTRATOR);
        portal.become(chen, Role.ADMINISTRATOR);
        portal.shop.versions.requireReview("shop", true);
        portal.become(zhou, Role.CONSULTANT);
        ModelChange change = new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(300.0, 20.0, 10.0));
        portal.act(() -> portal.shop.versions.publish("shop", change, "Spring prices", null, 1, 0));

        assertThat(portal.toldTo(chen, Role.ADMINISTRATOR))
                .extracting(Notification::kind, Notification::place, Notification::detail)
                .containsExactly(tuple(NoticeKind.APPROVAL_WANTED, change.model(), "Spring prices"));
        portal.act(() -> portal.shop.versions.refuse("shop", change.model(), 2, "Too early"));
        assertThat(portal.toldTo(zhou, Role.CONSULTANT))
                .extracting(Notification::kind, Notification::detail)
                .containsExactly(tuple(NoticeKind.APPROVAL_DECIDED, "refused"));
    }

    @Test
    void shouldTellOfUnhappyAnswersOnce() throws Exception {
        try (SurveyPortal surveys = new SurveyPortal(kind)) {
            List<Notice> notices = new ArrayList<>();
            surveys.shop.announcements.listenWithin(Notice.class, notices::add);
            long survey = surveys.survey();
            long anna = surveys.customer("anna").id();
            surveys.answer(surveys.invite(anna, survey), SurveyPortal.said(2, 1, "Slow"));
            surveys.answer(surveys.invite(surveys.customer("ben").id(), survey), SurveyPortal.said(10, 5, "Fine"));

            assertThat(notices).singleElement().satisfies(notice -> assertThat(notice.customerId())
                    .isEqualTo(anna));
            publish(new Notice(
                    NoticeKind.UNHAPPY,
                    "shop",
                    portal.cases.anna.id(),
                    "unhappy 1",
                    "1",
                    "",
                    "",
                    Audience.whoLooksAfter()));
            assertThat(portal.toldTo(wangFang, Role.MANAGER))
                    .as("nobody looks after her")
                    .hasSize(1);
            assertThat(portal.toldTo(liNa, Role.STAFF)).isEmpty();
        }
    }

    @Test
    void shouldCountAndForget() {
        IntStream.range(0, 120).forEach(number -> publish(handedOver(liNa, "task " + number)));
        portal.become(liNa, Role.STAFF);
        assertThat(portal.notifications.unread()).isEqualTo(Notifications.MOST);
        assertThat(portal.notifications.newest(30)).hasSize(30);
        assertThat(portal.dao.forget(portal.shop.clock.instant())).isZero();
        assertThat(portal.dao.forget(portal.shop.clock.instant().plusSeconds(1)))
                .isEqualTo(120);
    }

    private ServiceCase watched() {
        ServiceCase one = portal.cases.cases.open(
                "shop", portal.cases.anna.id(), UUID.randomUUID(), CaseData.of(CaseType.COMPLAINT, "Rude answer", ""));
        portal.become(wangFang, Role.MANAGER);
        portal.act(() -> portal.cases.links.watch("shop", one.number(), true));
        return one;
    }

    private Notice handedOver(long to, String event) {
        return Notice.handedOver("shop", portal.cases.anna.id(), event, to, -1);
    }

    private void publish(Notice notice) {
        portal.act(() -> portal.shop.announcements.publish(notice));
    }

    private List<Sight> everything() {
        return List.of(new Sight(portal.shop.vertical.id(), Set.of(NoticeKind.values()), false));
    }
}
