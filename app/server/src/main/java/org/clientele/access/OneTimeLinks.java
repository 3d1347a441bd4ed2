package org.clientele.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientele.access.persistence.OneTimeLinkDao;
import org.clientele.common.Problem;
import org.springframework.stereotype.Component;

/** Makes links that work once and for a day. See {@link LinkToken}. */
@Component
class OneTimeLinks {
    private static final Duration LIFE = Duration.ofHours(24);

    private final OneTimeLinkDao links;
    private final Clock clock;

    OneTimeLinks(OneTimeLinkDao links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** A new token that makes the first administrator; earlier ones die. */
    String issueSetup() {
        Instant now = clock.instant();
        links.endSetupLinks(now);
        String token = LinkToken.create();
        links.insert(LinkToken.hash(token), OneTimeLink.Purpose.SETUP, null, now, now.plus(LIFE));
        return token;
    }

    /** A new token that sets the user's password; earlier ones die. */
    String issueFor(long userId, OneTimeLink.Purpose purpose) {
        Instant now = clock.instant();
        links.endLinksOf(userId, now);
        String token = LinkToken.create();
        links.insert(LinkToken.hash(token), purpose, userId, now, now.plus(LIFE));
        return token;
    }

    /** What the token is for, without using it up. */
    Optional<OneTimeLink> find(String token) {
        return links.findAlive(LinkToken.hash(token), clock.instant());
    }

    /** Uses the token up; fails when it has been used, has expired, or was made for something else. */
    OneTimeLink use(String token, OneTimeLink.Purpose... purposes) {
        Optional<OneTimeLink> link = find(token)
                .filter(found -> List.of(purposes).contains(found.purpose()))
                .filter(found -> links.use(LinkToken.hash(token), clock.instant()));
        return link.orElseThrow(() -> new Problem("access.link.dead"));
    }

    void endLinksOf(long userId) {
        links.endLinksOf(userId, clock.instant());
    }
}
