package org.clientele.strategy;

import java.time.Instant;
import org.clientele.segment.SegmentName;

/**
 * What is being written of a strategy.
 *
 * @param revision grows with every save; whoever saves names the one last seen
 * @param content as {@link StrategyCodec} writes it
 * @param author login of whoever saved it
 */
public record StrategyDraft(SegmentName segment, int revision, String content, String author, Instant savedAt) {}
