package org.clientele.customer;

import java.time.LocalDate;
import org.clientele.access.Rights;
import org.clientele.engine.Snapshot;
import org.clientele.engine.check.CheckResults;
import org.clientele.engine.check.SnapshotConditions;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugin.Vertical;

/** All customers of a vertical with what is computed about them, at one moment. Immutable to its users. */
public interface CustomerSnapshot {
    /** The vertical, with the models as they are in force. */
    Vertical vertical();

    /** The same as far as the user may see it: of those who see only the customers they look after these alone, as if there were no others. */
    CustomerSnapshot seenBy(Rights rights);

    /** Differs between snapshots. */
    long version();

    /** Attributes, metrics and segments as of the vertical's day. */
    Snapshot now();

    /** Conditions over {@link #now}. */
    SnapshotConditions conditions();

    /** The vertical's checks over {@link #now}, computed when they are asked for. */
    CheckResults checks();

    /** Metrics and segments as of another day. */
    Snapshot at(LocalDate day);

    /**
     * The result of a model as of a day; fails when there is no such model.
     *
     * @param model its id; with {@code @} and the number of a version: as that version says
     */
    default ModelResult result(String model, LocalDate day) {
        return at(day).result(model);
    }
}
