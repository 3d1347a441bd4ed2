package org.clientele.notification;

import java.util.List;
import java.util.Set;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.VerticalPeople;
import org.clientele.access.persistence.UserDao;
import org.clientele.cases.CasePortal;
import org.clientele.common.Announcements;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.Translations;
import org.clientele.notification.persistence.MailQueueDao;
import org.clientele.notification.persistence.NotificationDao;
import org.clientele.notification.persistence.NotificationSettingDao;
import org.clientele.notification.ui.NotificationWords;
import org.clientele.segment.ShopPortal;

/** The notifications of a small shop with cases, without a server: Li Na is of the staff, Wang Fang a manager. */
public final class NoticePortal implements AutoCloseable {
    public static final MailSettings NO_MAIL = settings("", 0, "", "");

    public final CasePortal cases;
    public final ShopPortal shop;
    public final NotificationDao dao;
    public final NotificationSettingDao settingDao;
    public final MailQueueDao queue;
    public final Notifications notifications;
    public final NotificationSettings settings;
    public final NotificationWords words;
    public final MailSettings mail;
    private final VerticalPeople people;
    private final UserDao users;

    public NoticePortal(TestDatabase.Kind kind, MailSettings mail) {
        this.mail = mail;
        cases = new CasePortal(kind);
        shop = cases.shop;
        users = new UserDao(shop.database.jdbi());
        people = new VerticalPeople(users, (permission, vertical) -> permission.roles());
        dao = new NotificationDao(shop.database.jdbi(), shop.database.dialect());
        settingDao = new NotificationSettingDao(shop.database.jdbi());
        queue = new MailQueueDao(shop.database.jdbi());
        words = new NotificationWords(shop.verticals, new Translations(), List.of());
        notifications = new Notifications(dao, shop.verticals, shop.rights, shop.announcements, shop.clock);
        settings = new NotificationSettings(settingDao, mail, shop.rights, shop.audit);
        node(shop.announcements);
    }

    /** What writes notices down that are published here. */
    public NoticeWriter node(Announcements announcements) {
        return new NoticeWriter(dao, settingDao, people, shop.verticals, mail, announcements, shop.clock);
    }

    public MailDelivery delivery() {
        return new MailDelivery(
                queue, dao, settingDao, people, shop.verticals, mail, new Postman(mail), words, shop.clock);
    }

    public MailAdministration administration() {
        return new MailAdministration(
                queue, mail, new Postman(mail), words, shop.rights, shop.audit, TestJobs.atOnce());
    }

    /** A mail server of this machine. */
    public static MailSettings mail(int port, String user, String password) {
        return settings("127.0.0.1", port, user, password);
    }

    private static MailSettings settings(String host, int port, String user, String password) {
        return new MailSettings(
                host,
                port,
                MailSettings.Security.NONE,
                user,
                password,
                "portal@example.com",
                "https://portal.example.com/");
    }

    /** A colleague with a role in every vertical, who signs in as {@link TestRights} calls them. */
    public long colleague(Role role) {
        long id = users.insert("new", "Colleague", Set.of(new Grant(role, Grant.EVERYWHERE)), shop.clock.instant());
        shop.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE app_user SET login = ? WHERE id = ?",
                        TestRights.user(id).login(),
                        id));
        return id;
    }

    public void speak(long user, String language) {
        users.setLanguage(user, language);
    }

    /** Signs in as somebody with a role in every vertical. */
    public void become(long user, Role role) {
        shop.rights.become(TestRights.user(user, new Grant(role, Grant.EVERYWHERE)));
    }

    /** What somebody was told, the newest first. */
    public List<Notification> toldTo(long user, Role role) {
        become(user, role);
        return notifications.newest(50);
    }

    /** As the portal does it, where each act is a transaction. */
    public void act(Runnable act) {
        shop.database.transactions().executeWithoutResult(status -> act.run());
    }

    @Override
    public void close() throws Exception {
        cases.close();
    }
}
