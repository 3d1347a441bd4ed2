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
    private static final String OPEN = """
            INSERT INTO membership (vertical_id, customer_id, segment_key_id, valid_from, reason, model_version)
            SELECT ?, r.customer, r.segment, ?, r.reason, r.version FROM unnest(?, ?, ?, ?) AS r (customer, segment, reason, version)""";

    /** Adds what is to be written; nobody may be gone. */
    void change(LocalDate asOf, MembershipChanges changes, MembershipOrigins reasons) {
        remove(changes.removed());
        for (StoredMembership row : changes.ended()) {
            trip.change(MembershipBinding.END, 5, (statement, first) -> binding.end(statement, first, row));
        }
        open(asOf, changes.opened(), reasons);
    }

    private boolean together(List<?> rows) {
        return dialect == Dialect.POSTGRESQL && rows.size() > 1;
    }

    private void remove(List<StoredMembership> removed) {
        if (together(removed)) {
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

    private void open(LocalDate asOf, List<Opened> opened, MembershipOrigins reasons) {
        Date from = Date.valueOf(asOf);
        if (together(opened)) {
            String[] texts = opened.stream().map(reasons).toArray(String[]::new);
            Integer[] versions = opened.stream().map(reasons::version).toArray(Integer[]::new);
            trip.change(OPEN, 6, (statement, first) -> {
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
