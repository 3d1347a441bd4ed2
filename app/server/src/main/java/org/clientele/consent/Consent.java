package org.clientele.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said about a topic, once.
 *
 * @param channel by which the customer wants to be reached for it (a code of the channels of contacts), or null: any
 * @param by display name of who recorded it
 * @param note how it was said: by phone, on a form; may be empty
 */
public record Consent(
        long id,
        ConsentTopic topic,
        ConsentDecision decision,
        @Nullable String channel,
        Instant at,
        String by,
        String note) {}
