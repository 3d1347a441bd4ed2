package org.clientele.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clientele.dataimport.SampleImports.Stored;
import org.clientele.dataimport.sample.SampleRandom;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.InteractionService;
import org.clientele.interaction.Outcome;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Contacts of the last weeks with some customers, a few of them to be followed up around today. */
@Component
@ConditionalOnProperty("clientele.demo")
class SampleContacts {
    private static final int CONTACTS = 48;
    private static final int EVERY = 9;
    private static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.WECHAT, Channel.SHOP, Channel.EMAIL);

    private final InteractionService interactions;
    private final Clock clock;

    SampleContacts(InteractionService interactions, Clock clock) {
        this.interactions = interactions;
        this.clock = clock;
    }

    /** @param customers those with the longest history first */
    void log(Vertical vertical, List<Stored> customers) {
        SampleRemarks all = SampleRemarks.of(vertical.key());
        SampleRandom random = new SampleRandom(CONTACTS);
        for (int i = 0; i < CONTACTS && i * EVERY < customers.size(); i++) {
            Stored stored = customers.get(i * EVERY);
            List<SampleRemarks.Remark> remarks = stored.person().chinese() ? all.chinese() : all.english();
            UUID request = new UUID(vertical.id(), i);
            interactions.log(vertical.key(), stored.id(), request, contact(random, remarks, i));
        }
    }

    private InteractionData contact(SampleRandom random, List<SampleRemarks.Remark> remarks, int index) {
        SampleRemarks.Remark remark = remarks.get(index % remarks.size());
        Instant at = clock.instant().minus(Duration.ofMinutes(90L + random.below(45 * 24 * 60)));
        boolean incoming = random.chance(0.6);
        return new InteractionData(
                at,
                random.pickSkewed(CHANNELS),
                incoming ? Direction.INCOMING : Direction.OUTGOING,
                remark.subject(),
                remark.notes(),
                random.pickSkewed(List.of(Outcome.values())),
                random.chance(0.4) ? Integer.valueOf(6 + random.below(5)) : null,
                followUp(random, index));
    }

    private @Nullable LocalDate followUp(SampleRandom random, int index) {
        return index % 4 == 0 ? LocalDate.now(clock).plusDays(random.below(8) - 3L) : null;
    }
}
