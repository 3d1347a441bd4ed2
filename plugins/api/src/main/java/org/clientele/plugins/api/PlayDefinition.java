package org.clientele.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * One dated step of a strategy: who does what, by which channel, when. Its texts: {@link Texts#play} (what it is called) and
 * {@link Texts#playText} (what to say or do).
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in its strategy
 * @param channel how the customer is reached
 * @param means what ties the customer (three tiers of relationship marketing)
 * @param owner who does it
 * @param from what its day is counted from
 * @param field for {@link From#DATE}: a date attribute or metric; for {@link From#ACTIVITY}: an activity; else null
 * @param afterDays days from that day to the play's; negative: before it
 * @param everyDays repeated after so many days while the customer stays in the segment; null: once. For {@link From#DATE} with a
 *     day of birth or an anniversary: 365 means every year on that day
 * @param source id of where it comes from ({@link Texts#source}), or null
 */
public record PlayDefinition(
        String id,
        Channel channel,
        Means means,
        Owner owner,
        From from,
        @Nullable String field,
        int afterDays,
        @Nullable Integer everyDays,
        @Nullable String source) {
    /** How the customer is reached. */
    public enum Channel {
        CALL,
        VISIT,
        EMAIL,
        MESSAGE,
        LETTER,
        EVENT,
        INTERNAL
    }

    /** What ties the customer: money, people, or services that cannot be had elsewhere. */
    public enum Means {
        FINANCIAL,
        SOCIAL,
        STRUCTURAL
    }

    /** Who does it. */
    public enum Owner {
        /** The customer's owner. */
        ACCOUNT_MANAGER,
        /** Members of staff in turn, by load. */
        TEAM,
        /** Whoever takes it. */
        ANYONE
    }

    /** What a play's day is counted from. */
    public enum From {
        /** The day the customer came into the segment. */
        ENTRY,
        /** A date of the customer: birthday, end of contract, next drill. */
        DATE,
        /** The last activity of a kind. */
        ACTIVITY
    }
}
