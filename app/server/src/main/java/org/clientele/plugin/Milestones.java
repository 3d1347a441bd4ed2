package org.clientele.plugin;

/** Hears how far a change of a plugin is. */
interface Milestones {
    /** For changes that nobody watches. */
    Milestones UNWATCHED = milestone -> {};

    void reached(Milestone milestone);

    default void progress(long done, long total) {}

    /** Whether somebody asked to stop; counts up to {@link Milestone#SWITCHING}. */
    default boolean isCancelled() {
        return false;
    }
}
