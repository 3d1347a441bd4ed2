package org.clientele.notification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Banner;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeChoice;
import org.clientele.notification.NoticeKind;
import org.clientele.notification.NoticePortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationScreensTest {
    private final NoticePortal portal =
            new NoticePortal(TestDatabase.Kind.HSQLDB, NoticePortal.mail(1, "portal", "secret"));

    @BeforeEach
    void start() {
        portal.become(portal.cases.liNa, Role.STAFF);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldRingWhileThePageIsOpen() {
        bell(Locale.ENGLISH);
        assertThat(_find(Span.class, spec -> spec.withClasses("bell-count"))).isEmpty();

        tell("task 1");
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(true);
            assertThat(_get(Span.class, spec -> spec.withClasses("bell-count")).getText())
                    .isEqualTo("1");
        });
        assertThat(_get(Button.class).getAriaLabel()).contains("Notifications, 1 unread");
    }

    @Test
    void shouldListTheNewestFirstAndMarkThemRead() {
        tell("task 1");
        tell("task 2");
        NotificationList list = list(Locale.ENGLISH);
        assertThat(text(list)).contains("Work was handed over to you", "Anna Berg");
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .contains("v/shop/customers/" + portal.cases.anna.id(), "account/notifications");

        _click(_find(Button.class, spec -> spec.withPredicate(this::readsOne)).getFirst());
        assertThat(portal.notifications.unread()).isEqualTo(1);
        _click(_get(Button.class, spec -> spec.withText("Mark all as read")));
        assertThat(portal.notifications.unread()).isZero();
        _assertNone(Button.class, spec -> spec.withPredicate(this::readsOne));
    }

    private boolean readsOne(Button button) {
        return button.getAriaLabel().orElse("").startsWith("Mark as read: ");
    }

    @Test
    void shouldSayWhatOneWouldHearOf() {
        assertThat(text(list(Translations.CHINESE)))
                .contains("暂无通知", "设置接收哪些通知")
                .doesNotContain("全部标为已读");
    }

    @Test
    void shouldTakeWhatSomebodyWantsToHearOf() {
        TestUi.start(Locale.ENGLISH);
        UI.getCurrent().add(new NotificationSettingsView(portal.settings, portal.words));
        assertThat(_find(
                        Checkbox.class,
                        spec -> spec.withPredicate(box -> label(box).contains("model"))))
                .as("of what only consultants decide")
                .isEmpty();
        box("Bell: A case is late").setValue(false);
        box("Mail: A case is late").setValue(true);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(_get(Banner.class).getElement().getTextRecursively()).contains("Write your mail address");

        _setValue(_get(TextField.class), "li.na@example.com");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(_find(Banner.class)).isEmpty();
        assertThat(portal.settings.choices()).containsEntry(NoticeKind.CASE_LATE, new NoticeChoice(false, true));
        assertThat(portal.settings.address()).contains("li.na@example.com");
    }

    @Test
    void shouldShowTheServerWithoutItsPasswordAndWhyATestFailed() {
        portal.shop.rights.become(TestRights.of(Role.ADMINISTRATOR).user());
        TestUi.start(Locale.ENGLISH);
        MailView view = new MailView(portal.administration());
        UI.getCurrent().add(view);
        assertThat(text(view)).contains("127.0.0.1:1", "portal@example.com").doesNotContain("secret");

        _setValue(_get(TextField.class), "admin@example.com");
        _click(_get(Button.class, spec -> spec.withText("Send a test mail")));
        assertThat(text(_get(Banner.class))).contains("No connection to 127.0.0.1, port 1", "clientele.mail.host");
    }

    @Test
    void shouldSayHowToSetMailUp() throws Exception {
        try (NoticePortal without = new NoticePortal(TestDatabase.Kind.HSQLDB, NoticePortal.NO_MAIL)) {
            without.shop.rights.become(TestRights.of(Role.ADMINISTRATOR).user());
            TestUi.start(Translations.CHINESE);
            assertThat(text(new MailView(without.administration()))).contains("未设置邮件服务器", "clientele.mail.host=");
            assertThat(text(new NotificationSettingsView(without.settings, without.words)))
                    .contains("尚未设置邮件");
        }
    }

    private void bell(Locale locale) {
        TestUi.start(locale);
        UI.getCurrent()
                .add(new NotificationNavigation(
                                portal.notifications,
                                portal.words,
                                portal.shop.rights,
                                portal.shop.announcements,
                                portal.shop.clock)
                        .bell());
    }

    private NotificationList list(Locale locale) {
        TestUi.start(locale);
        NotificationList list = new NotificationList(portal.notifications, portal.words, portal.shop.clock, () -> {});
        UI.getCurrent().add(list);
        list.refresh();
        return list;
    }

    private void tell(String event) {
        portal.act(() -> portal.shop.announcements.publish(
                Notice.handedOver("shop", portal.cases.anna.id(), event, portal.cases.liNa, -1)));
    }

    private static Checkbox box(String name) {
        return _get(Checkbox.class, spec -> spec.withPredicate(box -> label(box).equals(name)));
    }

    private static String label(Checkbox box) {
        return box.getAriaLabel().orElse("");
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
