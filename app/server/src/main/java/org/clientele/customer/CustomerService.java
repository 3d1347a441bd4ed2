package org.clientele.customer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clientele.access.Audit;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes customers on behalf of the signed-in user. */
@Service
public class CustomerService {
    private static final int MOST_SIMILAR = 5;

    private final CustomerDao customers;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;
    private final OwnCustomers own;

    public CustomerService(
            CustomerDao customers, Rights rights, Audit audit, Announcements announcements, Clock clock) {
        this.customers = customers;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
        this.own = new OwnCustomers(customers, rights);
    }

    public Optional<Customer> find(Vertical vertical, long id) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return customers
                .find(vertical, id)
                .filter(customer -> isSeen(vertical, customer))
                .map(customer -> shown(vertical, customer));
    }

    public Optional<Customer> findByRef(Vertical vertical, String ref) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return customers
                .findByRef(vertical, ref)
                .filter(customer -> isSeen(vertical, customer))
                .map(customer -> shown(vertical, customer));
    }

    private boolean isSeen(Vertical vertical, Customer customer) {
        Long owner = rights.onlyOwner(vertical.key());
        return owner == null || owner.equals(customer.ownerUserId());
    }

    /** The customers of these ids in the given order; those that do not exist any more are left out. */
    public List<Customer> page(Vertical vertical, long... ids) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        List<Customer> page = customers.page(vertical, ids).stream()
                .filter(customer -> isSeen(vertical, customer))
                .toList();
        Set<String> hidden = PersonalData.hiddenFrom(rights, vertical);
        return hidden.isEmpty()
                ? page
                : page.stream().map(customer -> customer.without(hidden)).toList();
    }

    /** As far as the user may see: personal data is left out for those who may not. */
    private Customer shown(Vertical vertical, Customer customer) {
        Set<String> hidden = PersonalData.hiddenFrom(rights, vertical);
        return hidden.isEmpty() ? customer : customer.without(hidden);
    }

    /** All customers as columns, for the engine: nobody is asked for rights, nothing of it is shown without. */
    public CustomerColumns columns(Vertical vertical) {
        return customers.load(vertical);
    }

    /** Some customers as columns, as {@link #columns(Vertical)}. */
    public CustomerColumns columns(Vertical vertical, Set<Long> ids) {
        return customers.load(vertical, ids);
    }

    /**
     * Holds a customer until the caller's transaction ends, so that what is stored about it is stored one after the other; its number.
     *
     * @throws ConflictProblem when the customer is gone
     */
    public String hold(Vertical vertical, long id) {
        RoundTrip trip = customers.roundTrip();
        Supplier<String> ref = hold(trip, vertical, id);
        trip.go();
        return ref.get();
    }

    /** Holds a customer likewise, from when the round trip is made; only then its number is known. */
    public Supplier<String> hold(RoundTrip trip, Vertical vertical, long id) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        own.require(vertical, id);
        Supplier<Optional<String>> held = customers.hold(trip, vertical, id);
        return () -> held.get().orElseThrow(CustomerService::gone);
    }

    /** Where statements about one customer are gathered, to be made together. */
    public RoundTrip roundTrip() {
        return customers.roundTrip();
    }

    /** One customer as columns, as {@link #columns(Vertical)}, once the round trip is made. */
    public Supplier<CustomerColumns> columns(RoundTrip trip, Vertical vertical, long id) {
        return customers.load(trip, vertical, id);
    }

    /** Customers who may be the one about to be made: with this number or name, upper and lower case alike. */
    public List<CustomerHit> similar(Vertical vertical, CustomerData data) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        String name = data.name() == null ? "" : data.name().strip();
        return data.ref().isBlank() && name.isEmpty()
                ? List.of()
                : customers.similar(vertical, data.ref().strip(), name, rights.onlyOwner(vertical.key()), MOST_SIMILAR);
    }

    /** Makes a customer by hand; whoever sees only own customers looks after it. Fails when the number is taken. */
    @Transactional
    public Customer create(Vertical vertical, CustomerData asked) {
        rights.require(Permission.EDIT_CUSTOMER, vertical.key());
        Long owner = rights.onlyOwner(vertical.key());
        CustomerData data = owner == null ? asked : asked.withOwner(owner);
        CustomerRules.check(vertical, data);
        if (customers.findByRef(vertical, data.ref()).isPresent()) {
            throw new Problem("customer.problem.refTaken", data.ref());
        }
        long id = customers.create(vertical, data, null, clock.instant());
        audit.record("customer.create", subject(id), null, CustomerState.of(data));
        announcements.publish(new CustomersChanged(vertical.key(), Set.of(id)));
        return customers.find(vertical, id).orElseThrow();
    }

    /**
     * Changes name, owner and attributes. What is hidden from the user stays as it is.
     *
     * @param seen the customer as it was when the user began to edit
     * @throws ConflictProblem when somebody else changed the customer in the meantime; nothing was saved
     */
    @Transactional
    public Customer update(Vertical vertical, Customer seen, CustomerData data) {
        rights.require(Permission.EDIT_CUSTOMER, vertical.key());
        own.require(vertical, seen.id());
        Set<String> hidden = PersonalData.hiddenFrom(rights, vertical);
        if (hidden.isEmpty()) {
            return store(vertical, seen, data);
        }
        Customer now = customers.find(vertical, seen.id()).orElseThrow(CustomerService::gone);
        if (now.version() != seen.version()) {
            throw conflict(vertical, seen.id());
        }
        CustomerData whole = data;
        for (String attribute : hidden) {
            whole = whole.withAttribute(attribute, now.attribute(attribute));
        }
        return shown(vertical, store(vertical, now, whole));
    }

    /**
     * Sets one attribute, whatever the others are by now.
     *
     * @param value a value of the attribute's type, or {@link Value#MISSING} to clear it
     * @throws ForbiddenProblem when the user may not edit customers, or not see this attribute
     * @throws ConflictProblem when the customer is gone, or somebody else changed it at the same moment; nothing was saved
     */
    @Transactional
    public Customer setAttribute(Vertical vertical, long id, String attribute, Value value) {
        rights.require(Permission.EDIT_CUSTOMER, vertical.key());
        if (PersonalData.hiddenFrom(rights, vertical).contains(attribute)) {
            throw new ForbiddenProblem(Permission.SEE_PERSONAL_DATA, vertical.key());
        }
        own.require(vertical, id);
        return shown(vertical, put(vertical, id, attribute, value));
    }

    /**
     * Sets one attribute as the outcome of a matter; the caller's service has checked that the user may settle the matter, which is
     * not a right to edit customers.
     *
     * @throws ConflictProblem as {@link #setAttribute}
     */
    @Transactional
    public void settle(Vertical vertical, long id, String attribute, Value value) {
        put(vertical, id, attribute, value);
    }

    private Customer put(Vertical vertical, long id, String attribute, Value value) {
        Customer now = customers.find(vertical, id).orElseThrow(CustomerService::gone);
        return now.attribute(attribute).equals(value)
                ? now
                : store(vertical, now, now.data().withAttribute(attribute, value));
    }

    private Customer store(Vertical vertical, Customer seen, CustomerData data) {
        CustomerRules.check(vertical, data);
        String by = rights.user().displayName();
        if (!customers.update(vertical, seen.id(), seen.version(), data, by, clock.instant())) {
            throw conflict(vertical, seen.id());
        }
        audit.record("customer.update", subject(seen.id()), CustomerState.of(seen.data()), CustomerState.of(data));
        announcements.publish(new CustomersChanged(vertical.key(), Set.of(seen.id())));
        return customers.find(vertical, seen.id()).orElseThrow();
    }

    private ConflictProblem conflict(Vertical vertical, long id) {
        return customers
                .find(vertical, id)
                .map(now -> now.updatedBy() == null
                        ? new ConflictProblem("customer.problem.changed")
                        : new ConflictProblem("customer.problem.changedBy", now.updatedBy()))
                .orElseGet(CustomerService::gone);
    }

    private static ConflictProblem gone() {
        return new ConflictProblem("customer.problem.gone");
    }

    private static String subject(long id) {
        return "customer " + id;
    }
}
