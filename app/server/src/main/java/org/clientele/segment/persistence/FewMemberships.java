package org.clientele.segment.persistence;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.segment.MembershipChanges;
import org.clientele.segment.MembershipChanges.Opened;
import org.clientele.segment.MembershipOrigins;
import org.clientele.segment.StoredMembership;

/**
 * Changes of a few memberships of a vertical, in one round trip. On PostgreSQL several of a kind are one statement, so that few different texts, which
 * stay prepared, serve however many there are.
 */
record FewMemberships(RoundTrip trip, Dialect dialect, MembershipBinding binding) {
    /** Adds what is to be written; nobody may be gone. */
    void change(LocalDate asOf, MembershipChanges changes, MembershipOrigins reasons) {
        remove(changes.removed());
        end(changes.ended());
        open(asOf, changes.opened(), reasons);
    }

    private void remove(List<StoredMembership> removed) {
        if (MembershipArrays.serve(dialect, removed)) {
            trip.change(MembershipArrays.REMOVE, 4, (statement, first) -> {
                statement.setInt(first, binding.verticalId());
                MembershipArrays.keys(statement, first + 1, removed);
            });
            return;
        }
        for (StoredMembership row : removed) {
            trip.change(MembershipBinding.REMOVE, 4, (statement, first) -> binding.key(statement, first, row));
        }
    }

    private void end(List<StoredMembership> ended) {
        if (MembershipArrays.serve(dialect, ended)) {
            for (List<StoredMembership> sameDay : MembershipArrays.byLastDay(ended)) {
                trip.change(
                        MembershipArrays.END,
                        5,
                        (statement, first) -> MembershipArrays.end(statement, first, binding.verticalId(), sameDay));
            }
            return;
        }
        for (StoredMembership row : ended) {
            trip.change(MembershipBinding.END, 5, (statement, first) -> binding.end(statement, first, row));
        }
    }

    private void open(LocalDate asOf, List<Opened> opened, MembershipOrigins reasons) {
        Date from = Date.valueOf(asOf);
        if (MembershipArrays.serve(dialect, opened)) {
            String[] texts = opened.stream().map(reasons).toArray(String[]::new);
            Integer[] versions = opened.stream().map(reasons::version).toArray(Integer[]::new);
            trip.change(MembershipArrays.OPEN, 6, (statement, first) -> {
                statement.setInt(first, binding.verticalId());
                statement.setDate(first + 1, from);
                statement.setObject(first + 2, MembershipArrays.wholes(opened, Opened::customerId));
                statement.setObject(first + 3, MembershipArrays.numbers(opened, Opened::segmentKey));
                statement.setObject(first + 4, texts);
                statement.setArray(first + 5, statement.getConnection().createArrayOf("integer", versions));
            });
            return;
        }
        for (Opened row : opened) {
            String reason = reasons.apply(row);
            trip.change(MembershipBinding.OPEN, 7, (statement, first) -> {
                binding.open(statement, first, from, row);
                binding.origin(statement, first + 4, reason, null, reasons.version(row));
            });
        }
    }
}
