package org.clientele.notification;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Role;
import org.clientele.access.User;
import org.clientele.access.VerticalPeople;
import org.clientele.common.Announcements;
import org.clientele.notification.persistence.NotificationDao;
import org.clientele.notification.persistence.NotificationDao.Wish;
import org.clientele.notification.persistence.NotificationSettingDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes down who is to hear of a notice, in the transaction of whoever publishes it. */
@Component
public class NoticeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWriter.class);
    private static final Set<Role> MANAGERS = Set.of(Role.MANAGER);

    private final NotificationDao dao;
    private final NotificationSettingDao settings;
    private final VerticalPeople people;
    private final Verticals verticals;
    private final MailSettings mail;
    private final Announcements announcements;
    private final Clock clock;
    private final Announcements.Subscription subscription;

    public NoticeWriter(
            NotificationDao dao,
            NotificationSettingDao settings,
            VerticalPeople people,
            Verticals verticals,
            MailSettings mail,
            Announcements announcements,
            Clock clock) {
        this.dao = dao;
        this.settings = settings;
        this.people = people;
        this.verticals = verticals;
        this.mail = mail;
        this.announcements = announcements;
        this.clock = clock;
        this.subscription = announcements.listenWithin(Notice.class, this::take);
    }

    /** Within a transaction a failure is one of what happened; without, it has happened all the same. */
    private void take(Notice notice) {
        try {
            verticals.find(notice.verticalKey()).ifPresent(vertical -> write(vertical, notice));
        } catch (RuntimeException failure) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw failure;
            }
            LOG.warn("Nobody could be told of {} in vertical {}", notice.kind(), notice.verticalKey(), failure);
        }
    }

    private void write(Vertical vertical, Notice notice) {
        List<User> hearers = hearers(vertical, notice);
        Map<Long, NoticeChoice> choices = settings.choices(notice.kind());
        Set<Long> addresses = mail.isSet() ? settings.withAddress() : Set.of();
        Set<Long> told = new HashSet<>();
        for (User hearer : hearers) {
            NoticeChoice choice = choices.getOrDefault(hearer.id(), NoticeChoice.USUAL);
            boolean mailed = choice.mail() && addresses.contains(hearer.id());
            if ((choice.bell() || mailed) && tell(vertical, notice, hearer, new Wish(choice.bell(), mailed))) {
                told.add(hearer.id());
            }
        }
        if (!told.isEmpty()) {
            announcements.publish(new NotificationsChanged(vertical.key(), told));
        }
    }

    private boolean tell(Vertical vertical, Notice notice, User hearer, Wish wish) {
        return (notice.kind().gathers() && dao.again(vertical.id(), hearer.id(), notice, clock.instant()))
                || dao.add(vertical.id(), hearer.id(), notice, wish, clock.instant());
    }

    private List<User> hearers(Vertical vertical, Notice notice) {
        Long customer = notice.customerId();
        Optional<Long> owner = customer == null ? Optional.empty() : dao.owner(customer);
        return people.whoMay(notice.kind().permission(), vertical.key()).stream()
                .filter(user -> isFor(notice.audience(), user, vertical.key(), owner))
                .filter(user -> customer == null
                        || !user.isLimitedToOwn(vertical.key())
                        || owner.filter(id -> id == user.id()).isPresent())
                .toList();
    }

    private static boolean isFor(Audience audience, User user, String verticalKey, Optional<Long> owner) {
        Long except = audience.except();
        if (except != null && except == user.id()) {
            return false;
        }
        return audience.people().contains(user.id())
                || audience.logins().contains(user.login())
                || switch (audience.also()) {
                    case NOBODY -> false;
                    case MANAGERS -> user.holds(MANAGERS, verticalKey);
                    case LOOKING_AFTER ->
                        owner.map(id -> id == user.id()).orElseGet(() -> user.holds(MANAGERS, verticalKey));
                    case EVERYBODY -> true;
                };
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }
}
