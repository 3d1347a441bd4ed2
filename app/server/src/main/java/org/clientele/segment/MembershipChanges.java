package org.clientele.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * What a recompute has to write.
 *
 * @param opened memberships that begin on the as-of day
 * @param ended stored memberships with a new last day, or with none because they hold again
 * @param removed stored memberships that were stated for days on or after the as-of day and do not hold
 * @param gone customers who no longer exist; their whole history goes
 */
public record MembershipChanges(
        List<Opened> opened, List<StoredMembership> ended, List<StoredMembership> removed, List<Long> gone) {
    MembershipChanges() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** How much there is to write; 0: nothing changed. */
    public int size() {
        return opened.size() + ended.size() + removed.size() + gone.size();
    }

    /**
     * A new membership.
     *
     * @param customerIndex the customer's place in the snapshot, where its reason is found
     */
    public record Opened(long customerId, int customerIndex, int segmentKey) {}
}
