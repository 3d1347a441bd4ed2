package org.clientele.consent;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.consent.persistence.ConsentDao;
import org.clientele.customer.LeftOut;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers allow: recorded as they say it, never overwritten. Who refuses contact or personal treatment is left out of both. */
@Service
public class Consents implements LeftOut {
    public static final int NOTE_LENGTH = 1_000;

    private final ConsentDao consents;
    private final OwnCustomers own;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    public Consents(
            ConsentDao consents,
            OwnCustomers own,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.consents = consents;
        this.own = own;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Everything the customer said, newest first. */
    public List<Consent> history(Vertical vertical, long customerId) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, customerId);
        return consents.history(vertical.id(), customerId);
    }

    /** What holds now; topics that nothing was said about are missing. */
    public Map<ConsentTopic, Consent> now(Vertical vertical, long customerId) {
        Map<ConsentTopic, Consent> now = new EnumMap<>(ConsentTopic.class);
        history(vertical, customerId).forEach(said -> now.putIfAbsent(said.topic(), said));
        return now;
    }

    /**
     * Records what the customer said; the same as holds already is not recorded again.
     *
     * @param channel by which to be reached for it, or null: any
     */
    @Transactional
    public void record(
            Vertical vertical,
            long customerId,
            ConsentTopic topic,
            ConsentDecision decision,
            @Nullable String channel,
            String note) {
        rights.require(Permission.LOG_INTERACTION, vertical.key());
        if (note.length() > NOTE_LENGTH) {
            throw new Problem("consent.problem.note", note.length(), NOTE_LENGTH);
        }
        Consent before = now(vertical, customerId).get(topic);
        if (before != null && before.decision() == decision && Objects.equals(before.channel(), channel)) {
            return;
        }
        consents.insert(
                vertical.id(),
                customerId,
                topic,
                decision,
                channel,
                note.strip(),
                rights.user().id(),
                clock.instant());
        String was = before == null ? null : topic + " " + before.decision();
        audit.record("consent.record", "customer " + customerId, was, topic + " " + decision);
        announcements.publish(new ConsentChanged(vertical.key(), customerId));
    }

    /** Who is not treated by segment and not contacted on our initiative; nobody is asked for rights. */
    @Override
    public Set<Long> of(Vertical vertical) {
        return refusing(vertical, ConsentTopic.CONTACT, ConsentTopic.PERSONALISATION);
    }

    /** Who refuses one of the topics; nobody is asked for rights. */
    public Set<Long> refusing(Vertical vertical, ConsentTopic... topics) {
        Set<Long> out = new HashSet<>();
        for (ConsentTopic topic : topics) {
            out.addAll(consents.refused(vertical.id(), topic));
        }
        return out;
    }
}
