package org.clientele.engine.figure;

import java.util.BitSet;
import org.clientele.engine.column.Value;

/**
 * A segment's size and value.
 *
 * @param segment its number, or {@code ModelResult.NONE} for customers in no segment
 * @param customers indexes of its members; not to be changed
 * @param count number of members
 * @param value sum of the value metric over its members; members without a value add nothing
 * @param valueShare its share of the sum over all segments, 0–1; NaN when that sum is not above zero
 */
public record SegmentTotal(int segment, BitSet customers, int count, Value value, double valueShare) {}
