package org.clientele.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.customer.CustomerFields;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerList.CustomerRow;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.engine.query.CustomerQuery;

/** The gaps of one snapshot that a query asks for, in its order. Immutable. */
public final class GapList {
    private final CustomerSnapshot snapshot;
    private final GapOrder order;
    private final Set<String> hidden;
    private final int total;

    private GapList(CustomerSnapshot snapshot, GapOrder order, Set<String> hidden) {
        this.snapshot = snapshot;
        this.order = order;
        this.hidden = hidden;
        this.total = order.total();
    }

    /**
     * @param hidden attributes that the reader may not see
     * @param seen the customers, by index, whom the reader may see
     */
    static GapList of(CustomerSnapshot snapshot, GapQuery query, Locale locale, Set<String> hidden, BitSet seen) {
        CustomerQuery customers = CustomerQuery.all(snapshot.now()).within(seen);
        if (!query.search().isEmpty()) {
            customers = customers.search(query.search(), List.of(CustomerFields.REF, CustomerFields.NAME));
        }
        List<GapBlock> blocks = GapBlock.of(CheckSummary.of(snapshot, null), query, customers.customers());
        GapOrder order = query.sort() == GapQuery.Sort.CUSTOMER
                ? byName(snapshot, blocks, query, locale)
                : new GapOrder.ByBlock(blocks);
        return new GapList(snapshot, order, hidden);
    }

    private static GapOrder byName(CustomerSnapshot snapshot, List<GapBlock> blocks, GapQuery query, Locale locale) {
        BitSet any = new BitSet();
        blocks.forEach(block -> any.or(block.customers()));
        int[] ordered = CustomerQuery.all(snapshot.now())
                .within(any)
                .page(
                        CustomerList.sort(snapshot.now(), CustomerFields.NAME, query.descending(), locale),
                        0,
                        any.cardinality())
                .customers();
        return GapOrder.ByCustomer.of(blocks, ordered);
    }

    public CustomerSnapshot snapshot() {
        return snapshot;
    }

    /** Number of gaps. */
    public int total() {
        return total;
    }

    /** Some of the gaps. */
    public List<CheckGap> page(int offset, int limit) {
        List<CheckGap> page = new ArrayList<>();
        order.visit(offset, limit, (block, customer) -> page.add(gap(block, customer)));
        return page;
    }

    private CheckGap gap(GapBlock block, int customer) {
        return new CheckGap(
                new CustomerRow(snapshot.now(), customer, hidden),
                block.result().check(),
                block.state(),
                block.result().found(customer));
    }
}
