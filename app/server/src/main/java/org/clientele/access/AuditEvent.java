package org.clientele.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One link of the audit chain, before it has a place in it. Times are cut to milliseconds, which both databases keep. */
public record AuditEvent(
        Instant happenedAt,
        String actor,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after) {

    /** The hash that a chain gets by adding this event; every field goes in with its length, so that none can flow into the next. */
    public String hashAfter(String previousHash) {
        MessageDigest digest = Digests.sha256();
        digest.update(previousHash.getBytes(StandardCharsets.US_ASCII));
        digest.update(Long.toString(happenedAt.toEpochMilli()).getBytes(StandardCharsets.US_ASCII));
        for (String field : List.of(actor, action, subject, optional(before), optional(after))) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update((" " + bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String optional(@Nullable String state) {
        return state == null ? "-" : "+" + state;
    }
}
