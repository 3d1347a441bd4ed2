package org.clientele.stakeholder;

import org.jspecify.annotations.Nullable;

/**
 * A party of one of the markets.
 *
 * @param owner display name of who looks after it
 * @param version counts changes
 */
public record Stakeholder(
        long id, StakeholderData data, @Nullable String owner, int version) {}
