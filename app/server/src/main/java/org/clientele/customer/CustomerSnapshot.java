package org.clientele.customer;

import java.time.LocalDate;
import org.clientele.engine.Snapshot;
import org.clientele.plugin.Vertical;

/** All customers of a vertical with what is computed about them, at one moment. Immutable to its users. */
public interface CustomerSnapshot {
    /** The vertical, with the models as they are in force. */
    Vertical vertical();

    /** Differs between snapshots. */
    long version();

    /** Attributes, metrics and segments as of the vertical's day. */
    Snapshot now();

    /** Metrics and segments as of another day. */
    Snapshot at(LocalDate day);
}
