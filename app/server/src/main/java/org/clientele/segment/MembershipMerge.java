package org.clientele.segment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is stored with what the models say as of a day and finds the least to write.
 *
 * <p>A run as of a day replaces whatever was stated for that day and later, so that an earlier as-of day (data taken back, another
 * day chosen) leaves a history without contradictions: memberships begun on or after the day are removed unless they are right, and
 * those that ended on or after it hold again when they should. A membership that stays keeps its first day and its reason.
 */
final class MembershipMerge {
    private final LocalDate asOf;
    private final MembershipChanges changes = new MembershipChanges();

    private MembershipMerge(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * @param stored memberships that hold or ended on or after the day, sorted by customer, segment, first day
     * @param customers indexes of the customers evaluated, ascending
     * @param ids customer id by index, ascending
     * @param segments segment keys of a customer by index
     */
    static MembershipChanges of(
            List<StoredMembership> stored,
            LocalDate asOf,
            int[] customers,
            IntToLongFunction ids,
            IntFunction<int[]> segments) {
        MembershipMerge merge = new MembershipMerge(asOf);
        int row = 0;
        for (int index : customers) {
            long id = ids.applyAsLong(index);
            row = merge.removeGone(stored, row, id);
            int end = row;
            while (end < stored.size() && stored.get(end).customerId() == id) {
                end++;
            }
            merge.customer(id, index, stored.subList(row, end), segments.apply(index));
            row = end;
        }
        merge.removeGone(stored, row, Long.MAX_VALUE);
        return merge.changes;
    }

    private int removeGone(List<StoredMembership> stored, int from, long before) {
        int row = from;
        while (row < stored.size() && stored.get(row).customerId() < before) {
            long id = stored.get(row++).customerId();
            List<Long> gone = changes.gone();
            if (gone.isEmpty() || gone.getLast() != id) {
                gone.add(id);
            }
        }
        return row;
    }

    private void customer(long id, int index, List<StoredMembership> stored, int[] wanted) {
        int[] keys = wanted.clone();
        Arrays.sort(keys);
        int row = 0;
        while (row < stored.size()) {
            int key = stored.get(row).segmentKey();
            int end = row;
            while (end < stored.size() && stored.get(end).segmentKey() == key) {
                end++;
            }
            List<StoredMembership> rows = stored.subList(row, end);
            int place = Arrays.binarySearch(keys, key);
            if (place < 0) {
                endAll(rows);
            } else if (!keepOne(rows)) {
                open(id, index, key);
            }
            row = end;
        }
        for (int key : keys) {
            if (!isStored(stored, key)) {
                open(id, index, key);
            }
        }
    }

    private static boolean isStored(List<StoredMembership> stored, int key) {
        for (StoredMembership membership : stored) {
            if (membership.segmentKey() == key) {
                return true;
            }
        }
        return false;
    }

    private void open(long id, int index, int key) {
        changes.opened().add(new MembershipChanges.Opened(id, index, key));
    }

    /** The segment does not hold: what began before the day ends on it, what began later never was. */
    private void endAll(List<StoredMembership> rows) {
        for (StoredMembership row : rows) {
            if (!row.validFrom().isBefore(asOf)) {
                changes.removed().add(row);
            } else {
                endOn(row, asOf);
            }
        }
    }

    /** The segment holds: the first row that began by the day goes on. False when there is none. */
    private boolean keepOne(List<StoredMembership> rows) {
        boolean kept = false;
        for (StoredMembership row : rows) {
            if (kept || row.validFrom().isAfter(asOf)) {
                changes.removed().add(row);
            } else {
                endOn(row, null);
                kept = true;
            }
        }
        return kept;
    }

    private void endOn(StoredMembership row, @Nullable LocalDate day) {
        boolean unchanged = day == null ? row.validTo() == null : day.equals(row.validTo());
        if (!unchanged) {
            changes.ended().add(row.endedOn(day));
        }
    }
}
