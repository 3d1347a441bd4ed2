package org.clientele.loyalty;

import org.jspecify.annotations.Nullable;

/**
 * A member tier.
 *
 * @param fromPoints points earned within the programme's window from which a customer belongs to it
 * @param name as a consultant wrote it; null for the vertical's own text
 * @param benefits one a line, as a consultant wrote them; null for the vertical's own text
 */
public record MemberTier(
        String id,
        long fromPoints,
        @Nullable String name,
        @Nullable String benefits) {}
