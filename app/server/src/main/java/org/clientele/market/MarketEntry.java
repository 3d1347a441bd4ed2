package org.clientele.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered.
 *
 * @param name of an {@link Input} or a {@link Measure}, which has a target then
 * @param amount as it is stored, see {@link Unit}; null: takes back what was entered before
 * @param by display name
 */
public record MarketEntry(
        long id, String name, Quarter quarter, @Nullable Long amount, String by, Instant at) {}
