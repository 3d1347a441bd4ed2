package org.clientele.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody was told of.
 *
 * @param customerId whom it is about, or null
 * @param customer name, or number where the name is not known; empty: nobody
 */
public record Notification(
        long id,
        NoticeKind kind,
        String verticalKey,
        @Nullable Long customerId,
        String customer,
        String place,
        String subject,
        String detail,
        Instant at,
        boolean unread) {}
