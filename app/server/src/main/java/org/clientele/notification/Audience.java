package org.clientele.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a notice is for, as far as they may hear of it.
 *
 * @param people by id
 * @param logins people by what they sign in with
 * @param also who else
 * @param except who did it, and knows; null: nobody, the portal did
 */
public record Audience(
        Set<Long> people,
        Set<String> logins,
        Also also,
        @Nullable Long except) {
    /** Whom a notice is for besides people who are named. */
    public enum Also {
        NOBODY,
        /** The managers of the vertical. */
        MANAGERS,
        /** Whoever looks after the customer; managers where nobody does. */
        LOOKING_AFTER,
        EVERYBODY
    }

    public Audience {
        people = Set.copyOf(people);
        logins = Set.copyOf(logins);
    }

    /** These people. */
    public static Audience of(Set<Long> people) {
        return new Audience(people, Set.of(), Also.NOBODY, null);
    }

    /** Whoever signs in so. */
    public static Audience ofLogin(String login) {
        return new Audience(Set.of(), Set.of(login), Also.NOBODY, null);
    }

    /** Whoever looks after the customer; managers where nobody does. */
    public static Audience whoLooksAfter() {
        return new Audience(Set.of(), Set.of(), Also.LOOKING_AFTER, null);
    }

    /** All who may hear of it. */
    public static Audience everybody() {
        return new Audience(Set.of(), Set.of(), Also.EVERYBODY, null);
    }

    /** And the managers of the vertical. */
    public Audience andManagers() {
        return new Audience(people, logins, Also.MANAGERS, except);
    }

    /** Without whoever did it. */
    public Audience except(long person) {
        return new Audience(people, logins, also, person);
    }
}
