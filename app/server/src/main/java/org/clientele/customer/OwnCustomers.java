package org.clientele.customer;

import java.util.BitSet;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.WholeColumn;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Component;

/** The customers whom a user may see where rights reach only those the user looks after. */
@Component
public class OwnCustomers {
    private final CustomerDao customers;
    private final Rights rights;

    public OwnCustomers(CustomerDao customers, Rights rights) {
        this.customers = customers;
        this.rights = rights;
    }

    /** Whether the user may see a customer, as it stands in the database now. */
    public boolean maySee(Vertical vertical, long customerId) {
        Long owner = rights.onlyOwner(vertical.key());
        return owner == null || customers.isLookedAfterBy(vertical, customerId, owner);
    }

    /** Fails with a problem that a user understands unless the user may see the customer. */
    public void require(Vertical vertical, long customerId) {
        if (!maySee(vertical, customerId)) {
            throw new Problem("customer.problem.notYours");
        }
    }

    /** The customers of a snapshot, by index, whom somebody may see: all of them where rights are not limited. */
    public static BitSet among(Snapshot snapshot, Rights rights, String verticalKey) {
        Long owner = rights.onlyOwner(verticalKey);
        int size = snapshot.customers().size();
        BitSet seen = new BitSet(size);
        if (owner == null) {
            seen.set(0, size);
        } else if (snapshot.column(CustomerFields.OWNER) instanceof WholeColumn owners) {
            for (int customer = 0; customer < size; customer++) {
                seen.set(customer, !owners.isMissing(customer) && owners.get(customer) == owner);
            }
        }
        return seen;
    }
}
