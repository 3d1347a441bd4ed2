package org.clientele.customer;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of customers by filters, from the current snapshot, and their export. */
@Service
public class CustomerLists {
    private final CustomerSnapshots snapshots;
    private final Rights rights;
    private final Audit audit;
    private final LeftOut leftOut;

    /** Leaves nobody out of exports. */
    public CustomerLists(CustomerSnapshots snapshots, Rights rights, Audit audit) {
        this(snapshots, rights, audit, LeftOut.NOBODY);
    }

    /** @param leftOut who does not stand in exports */
    @Autowired
    public CustomerLists(CustomerSnapshots snapshots, Rights rights, Audit audit, LeftOut leftOut) {
        this.leftOut = leftOut;
        this.snapshots = snapshots;
        this.rights = rights;
        this.audit = audit;
    }

    /** The customers who meet the query; conditions that do not fit the vertical are left out and named. */
    public CustomerList list(String verticalKey, CustomerListQuery query, Locale locale) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return find(verticalKey, query, locale);
    }

    /**
     * Counts the customers of now who meet a condition, on any thread; nothing where it does not fit the vertical or compares what is hidden from
     * the user.
     */
    public Function<String, OptionalInt> counter(String verticalKey, Locale locale) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        CustomerSnapshot snapshot = snapshots.get(verticalKey);
        Set<String> hidden = PersonalData.hiddenFrom(rights, snapshot.vertical());
        BitSet seen = OwnCustomers.among(snapshot.now(), rights, verticalKey);
        return condition -> {
            CustomerListQuery query = CustomerListQuery.of(CustomerFilter.where(condition));
            CustomerList met = CustomerList.of(snapshot, query, locale, hidden, seen);
            return met.unfit().isEmpty() ? OptionalInt.of(met.total()) : OptionalInt.empty();
        };
    }

    private CustomerList find(String verticalKey, CustomerListQuery query, Locale locale) {
        CustomerSnapshot snapshot = snapshots.get(verticalKey);
        return among(snapshot, query, locale, OwnCustomers.among(snapshot.now(), rights, verticalKey));
    }

    private CustomerList among(CustomerSnapshot snapshot, CustomerListQuery query, Locale locale, BitSet seen) {
        return CustomerList.of(snapshot, query, locale, PersonalData.hiddenFrom(rights, snapshot.vertical()), seen);
    }

    /** Whom the user sees, without those who do not want to be treated by segment. */
    private CustomerList exported(String verticalKey, CustomerListQuery query, Locale locale) {
        CustomerSnapshot snapshot = snapshots.get(verticalKey);
        BitSet seen = OwnCustomers.among(snapshot.now(), rights, verticalKey);
        leftOut.of(snapshot.vertical()).forEach(customer -> {
            int place = snapshot.now().customers().indexOf(customer);
            if (place >= 0) {
                seen.clear(place);
            }
        });
        return among(snapshot, query, locale, seen);
    }

    /** What is known and computed about a customer. */
    public CustomerPortrait portrait(String verticalKey, Customer customer) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Long owner = rights.onlyOwner(verticalKey);
        if (owner != null && !owner.equals(customer.ownerUserId())) {
            throw new Problem("customer.problem.notYours");
        }
        CustomerSnapshot snapshot = snapshots.get(verticalKey);
        return new CustomerPortrait(snapshot, customer, PersonalData.hiddenFrom(rights, snapshot.vertical()));
    }

    /**
     * The customers who meet the query as CSV, without those who refuse contact or personal treatment; recorded in the audit. It is written afterwards, outside the transaction, so that a slow
     * download holds nothing up.
     *
     * @param fields ids of the fields to write besides the number and the name
     */
    @Transactional
    public CustomerCsv export(
            String verticalKey,
            CustomerListQuery query,
            List<String> fields,
            CustomerCsv.Headings headings,
            Locale locale) {
        rights.require(Permission.EXPORT_CUSTOMERS, verticalKey);
        CustomerList list = exported(verticalKey, query, locale);
        audit.record("customer.export", "vertical " + verticalKey, null, list.total() + " customers");
        return new CustomerCsv(list, fields, headings, locale);
    }
}
