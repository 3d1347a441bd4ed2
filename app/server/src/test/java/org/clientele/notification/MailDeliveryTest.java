package org.clientele.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.notification.MailAdministration.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A real mail server on this machine takes the mail. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class MailDeliveryTest {
    private static final String SECRET = "s3cret-of-the-server";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final NoticePortal portal;
    private final long liNa;

    MailDeliveryTest(TestDatabase.Kind kind) {
        server.setUser("portal@example.com", "portal", SECRET);
        server.start();
        portal = new NoticePortal(kind, NoticePortal.mail(server.getSmtp().getPort(), "portal", SECRET));
        liNa = portal.cases.liNa;
        portal.become(liNa, Role.STAFF);
        portal.settings.save(
                Map.of(
                        NoticeKind.TASK_HANDED_OVER, new NoticeChoice(true, true),
                        NoticeKind.CASE_LATE, new NoticeChoice(false, true)),
                "li.na@example.com");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        portal.close();
    }

    @Test
    void shouldSendTheSubjectAndTheLinkAlone() throws Exception {
        told("Anna’s refund is late");
        portal.delivery().run(() -> false);
        portal.delivery().run(() -> false);

        assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Case C-1001 is late · vertical.name");
            assertThat(mail.getAllRecipients()[0]).hasToString("li.na@example.com");
            assertThat(mail.getFrom()[0]).hasToString("portal@example.com");
            assertThat(mail.getMessageID()).startsWith("<notification-").endsWith("@example.com>");
            assertThat(body(mail))
                    .contains("https://portal.example.com/v/shop/cases/1001")
                    .contains("https://portal.example.com/account/notifications")
                    .doesNotContain("Anna", "refund");
        });
        assertThat(portal.toldTo(liNa, Role.STAFF)).as("by mail alone").isEmpty();
        assertThat(portal.queue.counts()).containsOnly(Map.entry("SENT", 1L));
    }

    @Test
    void shouldSpeakTheLanguageOfTheReader() throws Exception {
        portal.speak(liNa, "zh-CN");
        told("");
        portal.delivery().run(() -> false);

        assertThat(server.getReceivedMessages()[0].getSubject()).startsWith("工单 C-1001 已逾期");
    }

    @Test
    void shouldTryAgainLaterAndGiveUpAtLast() {
        server.stop();
        told("");
        for (int hour = 0; hour < 10; hour++) {
            portal.delivery().run(() -> false);
            portal.delivery().run(() -> false);
            portal.shop.clock.forward(Duration.ofHours(9));
        }
        assertThat(tries()).isEqualTo(6);
        assertThat(portal.queue.counts()).containsOnly(Map.entry("GIVEN_UP", 1L));
    }

    @Test
    void shouldSendWhatANodeLeftWhenItDied() throws Exception {
        told("");
        long id = portal.queue.due(portal.shop.clock.instant(), 1).getFirst().id();
        assertThat(portal.queue.claim(id, 0, portal.shop.clock.instant().plusSeconds(120)))
                .isTrue();
        assertThat(portal.queue.claim(id, 0, portal.shop.clock.instant()))
                .as("another node has it")
                .isFalse();
        portal.delivery().run(() -> false);
        assertThat(server.getReceivedMessages()).isEmpty();

        portal.shop.clock.forward(Duration.ofMinutes(3));
        portal.delivery().run(() -> false);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void shouldSendNothingToThoseWhoMayNotHearOfItAnyMore() {
        told("");
        portal.shop
                .database
                .jdbi()
                .useHandle(handle -> handle.execute("DELETE FROM user_grant WHERE user_id = ?", liNa));
        portal.delivery().run(() -> false);

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(portal.queue.counts()).containsOnly(Map.entry("DROPPED", 1L));
    }

    @Test
    void shouldTellAdministratorsHowMailStandsAndSendATest() throws Exception {
        assertThatThrownBy(() -> portal.administration().standing()).isInstanceOf(ForbiddenProblem.class);
        portal.shop.rights.become(TestRights.of(Role.ADMINISTRATOR).user());

        assertThat(portal.administration()
                        .test("admin@example.org", Locale.ENGLISH)
                        .value())
                .isEmpty();
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Clientele: test mail");
        assertThat(portal.administration().standing()).isEqualTo(new Standing(0, 0, 0));
        assertThatThrownBy(() -> portal.administration().test("nobody", Locale.ENGLISH))
                .hasMessageContaining("notification.problem.address");
    }

    @Test
    void shouldSayWhyATestFailedAndNeverThePassword() {
        portal.shop.rights.become(TestRights.of(Role.ADMINISTRATOR).user());
        MailText text = new MailText("s", "b");
        int port = server.getSmtp().getPort();
        assertThat(new Postman(NoticePortal.mail(port, "portal", "wrong")).send("a@example.com", text, "1"))
                .contains(MailFailure.SIGN_IN);
        server.stop();
        assertThat(new Postman(portal.mail).send("a@example.com", text, "1")).contains(MailFailure.CONNECTION);
        assertThat(portal.mail.toString()).contains("portal@example.com").doesNotContain(SECRET);
        assertThatThrownBy(() -> new MailSettings("host", 25, MailSettings.Security.NONE, "", "", "", "x"))
                .hasMessageContaining("clientele.mail.from");
    }

    private void told(String detail) {
        Notice notice = new Notice(
                NoticeKind.CASE_LATE,
                "shop",
                portal.cases.anna.id(),
                "late 1",
                "1001",
                "C-1001",
                detail,
                Audience.of(Set.of(liNa)));
        portal.act(() -> portal.shop.announcements.publish(notice));
    }

    private int tries() {
        return portal.shop.database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT mail_tries FROM notification")
                .mapTo(Integer.class)
                .one());
    }

    private static String body(MimeMessage mail) {
        return GreenMailUtil.getBody(mail);
    }
}
