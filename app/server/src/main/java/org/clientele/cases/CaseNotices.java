package org.clientele.cases;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.clientele.cases.persistence.CaseLinkDao;
import org.clientele.common.Announcements;
import org.clientele.notification.Audience;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Component;

/** Tells whoever answers for a case, and whoever watches it, what happens to it. */
@Component
class CaseNotices {
    private final CaseLinkDao links;
    private final Announcements announcements;

    CaseNotices(CaseLinkDao links, Announcements announcements) {
        this.links = links;
        this.announcements = announcements;
    }

    /** It is later than it was. */
    void late(Vertical vertical, ServiceCase one, CaseAlert alert, Instant now) {
        Audience followers = Audience.of(followers(one));
        NoticeKind kind =
                switch (alert) {
                    case NONE, NEAR -> NoticeKind.CASE_NEAR;
                    case LATE -> NoticeKind.CASE_LATE;
                    case ESCALATED -> NoticeKind.CASE_ESCALATED;
                };
        tell(vertical, one, kind, now, alert == CaseAlert.ESCALATED ? followers.andManagers() : followers);
    }

    /** Somebody did something with it. */
    void changed(Vertical vertical, ServiceCase one, Instant now, long actor) {
        tell(
                vertical,
                one,
                NoticeKind.CASE_CHANGED,
                now,
                Audience.of(followers(one)).except(actor));
    }

    /** Somebody gave it to somebody. */
    void assigned(Vertical vertical, ServiceCase one, Instant now, long owner, long actor) {
        tell(
                vertical,
                one,
                NoticeKind.CASE_ASSIGNED,
                now,
                Audience.of(Set.of(owner)).except(actor));
    }

    private Set<Long> followers(ServiceCase one) {
        Set<Long> followers = new HashSet<>(links.watchers(one.id()).keySet());
        Long owner = one.data().ownerId();
        if (owner != null) {
            followers.add(owner);
        }
        return followers;
    }

    private void tell(Vertical vertical, ServiceCase one, NoticeKind kind, Instant now, Audience audience) {
        announcements.publish(new Notice(
                kind,
                vertical.key(),
                one.customerId(),
                "%s %d %d".formatted(kind.key(), one.id(), now.toEpochMilli()),
                Integer.toString(one.number()),
                one.label(),
                one.data().subject(),
                audience));
    }
}
