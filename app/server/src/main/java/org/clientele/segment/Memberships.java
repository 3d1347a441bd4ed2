package org.clientele.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.OwnCustomers;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.ReasonCodec;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.persistence.MembershipDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The segments a customer is and was in. */
@Service
public class Memberships {
    private final MembershipDao memberships;
    private final Verticals verticals;
    private final OwnCustomers own;
    private final Rights rights;

    public Memberships(MembershipDao memberships, Verticals verticals, OwnCustomers own, Rights rights) {
        this.memberships = memberships;
        this.verticals = verticals;
        this.own = own;
        this.rights = rights;
    }

    /** Every membership a customer has or had, newest first. */
    public List<Membership> history(String verticalKey, long customerId) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        own.require(vertical, customerId);
        return memberships.ofCustomer(vertical.id(), customerId).stream()
                .map(stored -> new Membership(
                        stored.segment(),
                        stored.validFrom(),
                        stored.validTo(),
                        ReasonCodec.decode(stored.reason()),
                        stored.version()))
                .toList();
    }

    /** Since when the members of segments are in them, by segment. For work that nobody asked for: callers check rights. */
    public Map<SegmentName, EntryDays> entries(Vertical vertical, Set<SegmentName> segments) {
        return memberships.entries(vertical.id(), segments);
    }

    /**
     * A membership.
     *
     * @param validFrom the as-of day on which it was first found
     * @param validTo the first as-of day on which it was no longer found, or null: it holds
     * @param reason why the customer came in, with the values of that day
     * @param version of the model under which the customer came in, or null: it was stored before there were versions
     */
    public record Membership(
            SegmentName segment,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Reason reason,
            @Nullable Integer version) {}
}
