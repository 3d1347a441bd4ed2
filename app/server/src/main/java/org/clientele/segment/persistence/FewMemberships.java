package org.clientele.segment.persistence;

import java.sql.Date;
import java.time.LocalDate;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.segment.MembershipChanges;
import org.clientele.segment.MembershipChanges.Opened;
import org.clientele.segment.MembershipOrigins;
import org.clientele.segment.StoredMembership;

/** Changes of a few memberships of a vertical, in one round trip. */
record FewMemberships(RoundTrip trip, MembershipBinding binding) {
    /** Adds what is to be written; nobody may be gone. */
    void change(LocalDate asOf, MembershipChanges changes, MembershipOrigins reasons) {
        for (StoredMembership row : changes.removed()) {
            trip.change(MembershipBinding.REMOVE, 4, (statement, first) -> binding.key(statement, first, row));
        }
        for (StoredMembership row : changes.ended()) {
            trip.change(MembershipBinding.END, 5, (statement, first) -> binding.end(statement, first, row));
        }
        Date from = Date.valueOf(asOf);
        for (Opened row : changes.opened()) {
            String reason = reasons.apply(row);
            trip.change(MembershipBinding.OPEN, 7, (statement, first) -> {
                binding.open(statement, first, from, row);
                binding.origin(statement, first + 4, reason, null, reasons.version(row));
            });
        }
    }
}
