package org.clientele.segment;

import java.util.HashSet;
import java.util.Set;

/** What of a vertical's snapshot is to be brought up to date next. Safe for several threads. */
final class Wish {
    /**
     * What is to be brought up to date.
     *
     * @param customers none for all
     * @param cause the last of several
     * @param modelsAlone whether nothing but models changed
     */
    record Wanted(Set<Long> customers, RecomputeCause cause, boolean modelsAlone) {}

    private final Set<Long> customers = new HashSet<>();
    private RecomputeCause cause = RecomputeCause.UNKNOWN;
    private boolean all;
    private boolean modelsAlone = true;

    /** Adds customers, none for all; true when nothing was wished before. */
    synchronized boolean add(Set<Long> more, RecomputeCause why) {
        boolean first = !all && customers.isEmpty();
        all |= more.isEmpty();
        customers.addAll(more);
        cause = why;
        modelsAlone &= why == RecomputeCause.MODELS;
        return first;
    }

    synchronized boolean isOfData() {
        return cause == RecomputeCause.DATA;
    }

    /** What was wished; nothing is wished then. */
    synchronized Wanted take() {
        Wanted taken = new Wanted(all ? Set.of() : Set.copyOf(customers), cause, modelsAlone);
        customers.clear();
        all = false;
        modelsAlone = true;
        return taken;
    }
}
