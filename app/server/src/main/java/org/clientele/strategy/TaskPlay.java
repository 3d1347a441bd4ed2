package org.clientele.strategy;

import org.clientele.segment.SegmentName;

/** Which play of which segment's strategy a task is. */
public record TaskPlay(SegmentName segment, String play) {}
