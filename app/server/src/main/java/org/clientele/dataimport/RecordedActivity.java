package org.clientele.dataimport;

/**
 * An activity that somebody recorded by hand.
 *
 * @param key what tells it from other rows; another one once it was changed
 */
public record RecordedActivity(long id, long customerId, String activity, long key, ActivityData data) {}
