package org.clientele.analysis;

import java.util.List;
import org.clientele.engine.comparison.Overlaps;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;

/**
 * How segments overlap.
 *
 * @param segments what was compared; {@code overlaps} counts them by their place
 * @param customers how many there are altogether
 */
public record SegmentOverlap(PortalSnapshot snapshot, List<SegmentName> segments, Overlaps overlaps, int customers) {
    public SegmentOverlap {
        segments = List.copyOf(segments);
    }
}
