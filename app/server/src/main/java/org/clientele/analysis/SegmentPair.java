package org.clientele.analysis;

import org.clientele.engine.comparison.SegmentComparison;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;

/**
 * What two segments differ in most.
 *
 * @param comparison the differences in what the reader may see, largest first
 */
public record SegmentPair(
        PortalSnapshot snapshot, SegmentName first, SegmentName second, SegmentComparison comparison) {}
