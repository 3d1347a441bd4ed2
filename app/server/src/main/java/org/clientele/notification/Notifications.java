package org.clientele.notification;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.notification.persistence.NotificationDao;
import org.clientele.notification.persistence.NotificationDao.Sight;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the user was told of. What the user may not see any more is not there: neither listed nor counted. */
@Service
public class Notifications {
    /** Unread ones are counted no further. */
    public static final int MOST = 100;

    private final NotificationDao dao;
    private final Verticals verticals;
    private final Rights rights;
    private final Announcements announcements;
    private final Clock clock;

    public Notifications(
            NotificationDao dao, Verticals verticals, Rights rights, Announcements announcements, Clock clock) {
        this.dao = dao;
        this.verticals = verticals;
        this.rights = rights;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Notification> newest(int limit) {
        return dao.newest(rights.user().id(), sights(), limit);
    }

    /** How many the user has not read, {@value #MOST} at most. */
    public int unread() {
        return dao.unread(rights.user().id(), sights(), MOST);
    }

    /** Notes that the user has read one of their own. */
    @Transactional
    public void read(long id) {
        if (dao.read(rights.user().id(), id, clock.instant())) {
            tell();
        }
    }

    /** Notes that the user has read all of their own. */
    @Transactional
    public void readAll() {
        if (dao.readAll(rights.user().id(), clock.instant()) > 0) {
            tell();
        }
    }

    private void tell() {
        announcements.publish(new NotificationsChanged("", Set.of(rights.user().id())));
    }

    private List<Sight> sights() {
        return verticals.enabled().stream()
                .map(this::sight)
                .filter(sight -> !sight.kinds().isEmpty())
                .toList();
    }

    private Sight sight(Vertical vertical) {
        Set<NoticeKind> kinds = Arrays.stream(NoticeKind.values())
                .filter(kind -> rights.may(kind.permission(), vertical.key()))
                .collect(Collectors.toSet());
        return new Sight(vertical.id(), kinds, rights.onlyOwner(vertical.key()) != null);
    }
}
