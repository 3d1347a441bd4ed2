package org.clientele.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clientele.access.User;
import org.clientele.access.VerticalPeople;
import org.clientele.notification.persistence.MailQueueDao;
import org.clientele.notification.persistence.MailQueueDao.Waiting;
import org.clientele.notification.persistence.NotificationDao;
import org.clientele.notification.persistence.NotificationSettingDao;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Component;

/**
 * Sends what people want to have by mail. A try is noted before it is made, so that a mail on which a node dies is tried again later, and none for
 * ever; whoever may not hear of it any more gets nothing.
 */
@Component
public class MailDelivery {
    private static final int PIECE = 50;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(40);

    /** What passes before each further try. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final MailQueueDao queue;
    private final NotificationDao notifications;
    private final NotificationSettingDao settings;
    private final VerticalPeople people;
    private final Verticals verticals;
    private final MailSettings mail;
    private final Postman postman;
    private final MailWording wording;
    private final Clock clock;

    public MailDelivery(
            MailQueueDao queue,
            NotificationDao notifications,
            NotificationSettingDao settings,
            VerticalPeople people,
            Verticals verticals,
            MailSettings mail,
            Postman postman,
            MailWording wording,
            Clock clock) {
        this.queue = queue;
        this.notifications = notifications;
        this.settings = settings;
        this.people = people;
        this.verticals = verticals;
        this.mail = mail;
        this.postman = postman;
        this.wording = wording;
        this.clock = clock;
    }

    /** Sends what is due, for some seconds; ends early where the server takes nothing. */
    public void run(BooleanSupplier stopped) {
        Instant end = clock.instant().plus(LONGEST_RUN);
        boolean more = mail.isSet();
        while (more && !stopped.getAsBoolean() && clock.instant().isBefore(end)) {
            List<Waiting> piece = queue.due(clock.instant(), PIECE);
            more = piece.size() == PIECE;
            for (Waiting waiting : piece) {
                if (stopped.getAsBoolean() || !deliver(waiting)) {
                    return;
                }
            }
        }
    }

    /** False when others need not be tried. */
    private boolean deliver(Waiting waiting) {
        boolean last = waiting.tries() >= PAUSES.size();
        Instant next = clock.instant().plus(PAUSES.get(last ? PAUSES.size() - 1 : waiting.tries()));
        if (!queue.claim(waiting.id(), waiting.tries(), next)) {
            return true;
        }
        Optional<User> hearer = hearer(waiting);
        Optional<String> address = settings.address(waiting.userId());
        if (hearer.isEmpty() || address.isEmpty()) {
            queue.end(waiting.id(), MailQueueDao.DROPPED);
            return true;
        }
        MailText text = wording.notification(waiting.told(), mail.portal(), language(hearer.get()));
        Optional<MailFailure> failure = postman.send(address.get(), text, "notification-" + waiting.id());
        if (failure.isEmpty()) {
            queue.end(waiting.id(), MailQueueDao.SENT);
        } else if (last) {
            queue.end(waiting.id(), MailQueueDao.GIVEN_UP);
        }
        return failure.isEmpty() || !failure.get().concernsAll();
    }

    private Optional<User> hearer(Waiting waiting) {
        Notification told = waiting.told();
        Long customer = told.customerId();
        return verticals
                .find(told.verticalKey())
                .flatMap(vertical -> people.ifMay(waiting.userId(), told.kind().permission(), vertical.key()))
                .filter(user -> customer == null
                        || !user.isLimitedToOwn(told.verticalKey())
                        || notifications
                                .owner(customer)
                                .filter(id -> id == user.id())
                                .isPresent());
    }

    private static Locale language(User user) {
        return user.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(user.language());
    }
}
