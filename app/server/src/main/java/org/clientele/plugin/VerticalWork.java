package org.clientele.plugin;

import java.util.List;

/** A feature's long work on a vertical's data, which a change of its plugin must not overtake. Every feature that has some says so by a bean. */
public interface VerticalWork {
    /** What goes on, on all nodes. */
    List<RunningWork> running(int verticalId);

    /** Asks what goes on here to stop, leaving things as they were before it; returns at once. */
    void cancel(int verticalId);
}
