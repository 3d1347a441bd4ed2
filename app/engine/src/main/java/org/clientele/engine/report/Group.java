package org.clientele.engine.report;

import java.util.BitSet;

/**
 * The customers who share a value of a dimension.
 *
 * @param kind what they share
 * @param key the value as text, or the id of a choice or segment; empty unless {@code kind} is {@link Kind#VALUE}
 * @param members their indexes; not to be changed
 */
public record Group(Kind kind, String key, BitSet members) {
    /** What the customers of a group share. */
    public enum Kind {
        /** A value. */
        VALUE,
        /** That they have none. */
        MISSING,
        /** One of the rarer values that have no row of their own. */
        OTHERS,
        /** That they are customers. */
        ALL
    }
}
