package org.clientele.engine.figure;

import java.util.BitSet;
import org.clientele.engine.column.Value;

/**
 * A key figure of a period and of the one before.
 *
 * @param value the figure; missing where it is undefined (a share of nobody)
 * @param previous the same figure of the previous period of equal length
 * @param customers indexes of the customers behind {@code value}; not to be changed
 */
public record Figure(Value value, Value previous, BitSet customers) {}
