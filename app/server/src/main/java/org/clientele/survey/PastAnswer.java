package org.clientele.survey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a customer was asked some time ago, and what came of it.
 *
 * @param answeredAt null: they did not answer
 * @param cameBackAt when somebody came back to an unhappy customer; null: nobody did
 */
public record PastAnswer(
        long customerId,
        Instant invitedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant cameBackAt,
        List<Reply> replies) {
    public PastAnswer {
        replies = List.copyOf(replies);
    }
}
