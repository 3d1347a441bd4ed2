package org.clientele.portal.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.check.ui.CheckFindings;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerList.CustomerRow;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.PersonalData;
import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.ui.CheckFinding;
import org.clientele.plugins.ui.CheckFinding.Outcome;
import org.clientele.plugins.ui.CheckStanding;
import org.clientele.plugins.ui.CheckTotals;
import org.clientele.plugins.ui.CustomerQuery;
import org.clientele.plugins.ui.ScreenCustomer;
import org.clientele.plugins.ui.ScreenData;

/** The newest snapshot of the vertical, as far as the person may see it. */
final class HostData implements ScreenData {
    private final ScreenServices services;
    private final Visit visit;
    private final HostFormats formats;

    HostData(ScreenServices services, Visit visit, HostFormats formats) {
        this.services = services;
        this.visit = visit;
        this.formats = formats;
    }

    @Override
    public LocalDate asOf() {
        return snapshot().now().asOf();
    }

    @Override
    public int count(CustomerQuery query) {
        return list(query).total();
    }

    @Override
    public List<ScreenCustomer> page(CustomerQuery query, int offset, int limit) {
        requirePage(offset, limit);
        return shown(list(query).page(offset, limit));
    }

    @Override
    public Optional<ScreenCustomer> customer(long id) {
        CustomerSnapshot snapshot = snapshot();
        int index = seen(snapshot, id);
        return index < 0 ? Optional.empty() : Optional.of(shown(row(snapshot, index)));
    }

    @Override
    public Map<String, Integer> segmentCounts(String model, CustomerQuery query) {
        CustomerList list = list(query);
        ModelResult result = list.snapshot().now().result(model);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int segment = 0; segment < result.segmentCount(); segment++) {
            BitSet members = result.members(segment);
            members.and(list.members());
            counts.put(result.model().segments().get(segment).id(), members.cardinality());
        }
        return counts;
    }

    @Override
    public List<CheckTotals> checks(CustomerQuery query) {
        CustomerList list = list(query);
        BitSet among = list.members();
        List<CheckTotals> totals = new ArrayList<>();
        for (CheckDefinition check : list.snapshot().checks().checks()) {
            list.snapshot()
                    .checks()
                    .find(check.id())
                    .ifPresent(result -> totals.add(new CheckTotals(
                            check.id(),
                            check.group(),
                            count(result.customersConcerned(), among),
                            count(result.customers(CheckState.NOT_MET), among),
                            count(result.customers(CheckState.NOT_RECORDED), among))));
        }
        return totals;
    }

    private static int count(BitSet customers, BitSet among) {
        customers.and(among);
        return customers.cardinality();
    }

    @Override
    public CheckStanding standing(List<String> checks, CustomerQuery query) {
        CustomerList list = list(query);
        Standings standings = Standings.of(list.snapshot().checks(), checks);
        BitSet among = list.members();
        return new CheckStanding(
                count(standings.customers(Outcome.MET), among),
                count(standings.customers(Outcome.GAP), among),
                count(standings.customers(Outcome.UNKNOWN), among));
    }

    @Override
    public List<ScreenCustomer> standing(
            List<String> checks, Outcome outcome, CustomerQuery query, int offset, int limit) {
        requirePage(offset, limit);
        CustomerList list = list(query);
        Standings standings = Standings.of(list.snapshot().checks(), checks);
        return shown(list.within(standings.customers(outcome)).page(offset, limit));
    }

    @Override
    public List<CheckFinding> findings(long customerId) {
        CustomerSnapshot snapshot = snapshot();
        int index = seen(snapshot, customerId);
        return index < 0
                ? List.of()
                : CheckFindings.of(
                        snapshot,
                        index,
                        visit.locale(),
                        PersonalData.hiddenFrom(services.rights(), snapshot.vertical()));
    }

    @Override
    public List<ScreenCustomer> gaps(String check, CustomerQuery query, int offset, int limit) {
        requirePage(offset, limit);
        CustomerList list = list(query);
        CheckResult result = list.snapshot()
                .checks()
                .find(check)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no check %s that can be computed; the vertical has %s"
                                .formatted(
                                        check,
                                        list.snapshot().checks().checks().stream()
                                                .map(CheckDefinition::id)
                                                .toList())));
        return shown(list.within(result.customers(CheckState.NOT_MET)).page(offset, limit));
    }

    private CustomerList list(CustomerQuery query) {
        visit.require();
        CustomerListQuery asked = Queries.of(query);
        CustomerList list = services.lists().list(visit.key(), asked, visit.locale());
        if (!list.unfit().isEmpty()) {
            throw new IllegalArgumentException("These conditions do not fit the vertical %s: %s"
                    .formatted(
                            visit.key(),
                            list.unfit().stream().map(CustomerFilter::text).toList()));
        }
        return list;
    }

    private CustomerSnapshot snapshot() {
        visit.require();
        services.rights().require(Permission.VIEW_PORTAL, visit.key());
        return services.snapshots().get(visit.key());
    }

    /** The customer's index, −1 when there is none or it is not for this person to see. */
    private int seen(CustomerSnapshot snapshot, long customer) {
        int index = snapshot.now().customers().indexOf(customer);
        return index >= 0
                        && OwnCustomers.among(snapshot.now(), services.rights(), visit.key())
                                .get(index)
                ? index
                : -1;
    }

    private CustomerRow row(CustomerSnapshot snapshot, int index) {
        return new CustomerRow(snapshot.now(), index, PersonalData.hiddenFrom(services.rights(), snapshot.vertical()));
    }

    private List<ScreenCustomer> shown(List<CustomerRow> rows) {
        return rows.stream().map(this::shown).toList();
    }

    private ScreenCustomer shown(CustomerRow row) {
        return new HostCustomer(row, formats);
    }

    private static void requirePage(int offset, int limit) {
        if (offset < 0 || limit < 0 || limit > MAX_PAGE) {
            throw new IllegalArgumentException(
                    "A page starts at 0 or later and holds 0 to %d customers, found %d and %d"
                            .formatted(MAX_PAGE, offset, limit));
        }
    }
}
