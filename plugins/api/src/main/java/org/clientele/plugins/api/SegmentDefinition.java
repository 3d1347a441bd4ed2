package org.clientele.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * One group of a model.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the model
 * @param colour a colour token of the portal's theme, such as {@code segment-1} or {@code tier-gold}; null: the portal chooses
 */
public record SegmentDefinition(String id, @Nullable String colour) {}
