package org.clientele.churn;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a customer was lost.
 *
 * @param yearly what they brought in a year, minor units; null: not known
 * @param recordedBy display name
 * @param won that they came back; null: not yet
 */
public record Loss(
        long id,
        long customerId,
        LocalDate lostOn,
        LossReason reason,
        @Nullable Long yearly,
        String note,
        String recordedBy,
        Instant recordedAt,
        @Nullable WinBack won) {}
