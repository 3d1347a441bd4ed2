package org.clientele.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.cases.persistence.CaseDao;
import org.clientele.cases.persistence.CaseLinkDao;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.customer.OwnCustomers;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionService;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What belongs to a case: contacts with its customer, who watches it, other cases; and two cases made one. */
@Service
public class CaseLinks {
    private final CaseAccess access;
    private final CaseDao cases;
    private final CaseLinkDao links;
    private final InteractionService interactions;
    private final OwnCustomers own;

    CaseLinks(CaseAccess access, CaseDao cases, CaseLinkDao links, InteractionService interactions, OwnCustomers own) {
        this.access = access;
        this.cases = cases;
        this.links = links;
        this.interactions = interactions;
        this.own = own;
    }

    /** Adds a contact with the case's customer. One that the house began is an answer. */
    @Transactional
    public void addContact(String verticalKey, int number, long interactionId) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase found = access.get(vertical, number);
        Interaction contact = interactions.get(verticalKey, interactionId);
        if (contact.customerId() != found.customerId()) {
            throw new Problem("cases.problem.contact");
        }
        if (!links.linkContact(found.id(), interactionId)) {
            return;
        }
        if (contact.data().direction() == Direction.OUTGOING && found.answeredAt() == null) {
            access.store(found.answered(access.now()));
            access.record(vertical, found, Kind.ANSWERED, null, null, "");
        }
        access.record(vertical, found, Kind.CONTACT, null, String.valueOf(interactionId), "");
    }

    /** The contacts of the case, in no particular order. */
    public List<Interaction> contacts(String verticalKey, int number) {
        ServiceCase found = access.get(access.reading(verticalKey), number);
        return interactions.all(verticalKey, Set.copyOf(links.contacts(found.id())));
    }

    /** Lets the user find the case on the own worklist, whoever answers for it. */
    @Transactional
    public void watch(String verticalKey, int number, boolean watching) {
        Vertical vertical = access.reading(verticalKey);
        ServiceCase found = access.get(vertical, number);
        long user = access.rights().user().id();
        if (watching) {
            links.watch(found.id(), user);
        } else {
            links.unwatch(found.id(), user);
        }
        access.tell(vertical, found);
    }

    /** Names of who watches, by id of the user. */
    public Map<Long, String> watchers(String verticalKey, int number) {
        return links.watchers(access.get(access.reading(verticalKey), number).id());
    }

    /** Notes that two cases have to do with each other. */
    @Transactional
    public void relate(String verticalKey, int number, int other) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase one = access.get(vertical, number);
        ServiceCase two = another(vertical, one, other);
        if (links.relate(one.id(), two.id())) {
            access.record(vertical, one, Kind.RELATED, null, two.label(), "");
            access.record(vertical, two, Kind.RELATED, null, one.label(), "");
        }
    }

    /** Takes that back. */
    @Transactional
    public void unrelate(String verticalKey, int number, int other) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase one = access.get(vertical, number);
        ServiceCase two = another(vertical, one, other);
        links.unrelate(one.id(), two.id());
        access.record(vertical, one, Kind.UNRELATED, two.label(), null, "");
        access.record(vertical, two, Kind.UNRELATED, one.label(), null, "");
    }

    /** The related cases whose customers the user may see, by number. */
    public List<ServiceCase> related(String verticalKey, int number) {
        Vertical vertical = access.reading(verticalKey);
        ServiceCase found = access.get(vertical, number);
        return cases.all(links.related(found.id())).stream()
                .filter(other -> own.maySee(vertical, other.customerId()))
                .toList();
    }

    /** Closes a case whose matter is that of another case of the same customer; contacts, watchers and files go to that one. */
    @Transactional
    public void merge(String verticalKey, ServiceCase seen, int into) {
        Vertical vertical = access.working(verticalKey);
        ServiceCase from = access.asSeen(vertical, seen);
        ServiceCase to = another(vertical, from, into);
        if (to.customerId() != from.customerId()) {
            throw new Problem("cases.problem.merge-customer", to.label());
        }
        if (from.mergedInto() != null || to.mergedInto() != null) {
            throw new ConflictProblem("cases.problem.state");
        }
        access.store(from.moved(CaseState.CLOSED, null, access.now()));
        cases.setMergedInto(from.id(), to.id());
        links.moveAll(from.id(), to.id());
        access.record(vertical, from, Kind.MERGED, from.state().name(), to.label(), "");
        access.record(vertical, to, Kind.TOOK_IN, null, from.label(), "");
    }

    private ServiceCase another(Vertical vertical, ServiceCase one, int other) {
        if (one.number() == other) {
            throw new Problem("cases.problem.itself");
        }
        return access.get(vertical, other);
    }
}
