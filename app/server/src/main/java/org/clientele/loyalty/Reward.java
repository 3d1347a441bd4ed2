package org.clientele.loyalty;

/** Something that customers get for points. */
public record Reward(long id, String name, long points, boolean offered) {
    /** The id of one that is not stored yet. */
    public static final long NEW = -1;

    /** Longest name. */
    public static final int NAME_LENGTH = 100;
}
