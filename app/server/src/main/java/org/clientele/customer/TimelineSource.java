package org.clientele.customer;

import java.util.List;
import java.util.Locale;
import org.clientele.plugin.Vertical;

/**
 * Brings entries to a customer's timeline. Every Spring bean of this type is asked; a feature that keeps something dated about customers
 * provides one.
 */
public interface TimelineSource {
    /** The kinds of entry it brings, in the order of their filter buttons. */
    List<Kind> kinds(Vertical vertical, Locale locale);

    /**
     * The newest entries of a kind, newest first. Checks rights as its service does.
     *
     * @param limit at most so many
     */
    List<TimelineEntry> newest(Vertical vertical, long customerId, String kind, int limit, Locale locale);

    /**
     * A kind of entry.
     *
     * @param id unique among all sources, such as {@code interaction}
     * @param name what its filter button says
     */
    record Kind(String id, String name) {}
}
