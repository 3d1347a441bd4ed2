package org.clientele.access;

import org.jspecify.annotations.Nullable;

/** The append-only, hash-chained record of every change. Written in the transaction of the change itself. */
public interface Audit {
    /**
     * Records a change by the current user, or by "system" when nobody is signed in.
     *
     * @param action what was done, such as {@code customer.update}
     * @param subject what it was done to, by id ({@code customer 4711}), never by personal data
     * @param before the state before, or null
     * @param after the state after, or null
     */
    void record(String action, String subject, @Nullable String before, @Nullable String after);
}
