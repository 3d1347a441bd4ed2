package org.clientele.cases;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.access.Permission;
import org.clientele.cases.persistence.CaseListDao;
import org.clientele.cases.persistence.CaseListDao.Also;
import org.clientele.cases.persistence.CaseListDao.Limits;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.clientele.worklist.WorkQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cases of a vertical, page by page; of a customer; of somebody's worklist. Whoever sees only own customers gets only their cases. */
@Service
public class CaseLists {
    /** Cases are counted, and listed, no further than to here. */
    public static final int MOST = 10_000;

    private static final int CUSTOMERS = 500;
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:c-?)?(\\d{1,9})");

    private final CaseAccess access;
    private final CaseListDao lists;
    private final CustomerSearch customers;
    private final OwnCustomers own;

    CaseLists(CaseAccess access, CaseListDao lists, CustomerSearch customers, OwnCustomers own) {
        this.access = access;
        this.lists = lists;
        this.customers = customers;
        this.own = own;
    }

    /** How many cases the query asks for, {@value #MOST} at most. */
    public int count(String verticalKey, CaseQuery query) {
        Vertical vertical = access.reading(verticalKey);
        return lists.count(vertical.id(), query, limits(verticalKey, query), MOST);
    }

    /** Some of the cases that the query asks for. */
    public List<ServiceCase> page(String verticalKey, CaseQuery query, int offset, int limit) {
        Vertical vertical = access.reading(verticalKey);
        return lists.page(vertical.id(), query, limits(verticalKey, query), offset, limit);
    }

    /** A customer's cases: what is open first, then the newest. */
    public List<ServiceCase> ofCustomer(String verticalKey, long customerId, int limit) {
        Vertical vertical = access.reading(verticalKey);
        own.require(vertical, customerId);
        return lists.ofCustomer(vertical.id(), customerId, true, limit);
    }

    /** A customer's cases, the newest first. */
    public List<ServiceCase> newestOfCustomer(String verticalKey, long customerId, int limit) {
        Vertical vertical = access.reading(verticalKey);
        own.require(vertical, customerId);
        return lists.ofCustomer(vertical.id(), customerId, false, limit);
    }

    /** Cases for a worklist, the earliest first; those that the user watches stand beside the user's own, and for managers those that are so late that they are told. */
    public List<ServiceCase> toDo(Vertical vertical, WorkQuery asked, int limit) {
        access.reading(vertical.key());
        return lists.toDo(
                vertical.id(), asked, also(vertical, asked), access.rights().onlyOwner(vertical.key()), limit);
    }

    /** How many there are, counted no further than to the most. */
    public int countToDo(Vertical vertical, WorkQuery asked, int most) {
        access.reading(vertical.key());
        return lists.countToDo(
                vertical.id(), asked, also(vertical, asked), access.rights().onlyOwner(vertical.key()), most);
    }

    /** Beside the user's own stands what the user watches and, for managers, what is so late that they are told. */
    private Also also(Vertical vertical, WorkQuery asked) {
        Long person = asked.whose().person();
        boolean own = person != null && person == access.rights().user().id();
        boolean managing = own && access.rights().may(Permission.MANAGE_STRATEGIES, vertical.key());
        return new Also(own ? person : null, managing);
    }

    /** A number that is one of a case is looked for as such; every other text among the customers. */
    private Limits limits(String verticalKey, CaseQuery query) {
        Long looksAfter = access.rights().onlyOwner(verticalKey);
        Matcher number = NUMBER.matcher(query.search());
        if (query.search().isEmpty()) {
            return new Limits(null, null, looksAfter, access.now());
        }
        if (number.matches() && isCase(verticalKey, query, Integer.parseInt(number.group(1)), looksAfter)) {
            return new Limits(Integer.parseInt(number.group(1)), null, looksAfter, access.now());
        }
        return new Limits(null, found(verticalKey, query.search()), looksAfter, access.now());
    }

    /** The cases, of all of them, whose numbers begin as the text does: {@code C-10}, {@code 1001}; none where it is no number. */
    public List<ServiceCase> numbered(String verticalKey, String text, int limit) {
        Vertical vertical = access.reading(verticalKey);
        Matcher number = NUMBER.matcher(text.strip());
        return number.matches()
                ? lists.numbered(
                        vertical.id(),
                        Integer.parseInt(number.group(1)),
                        access.rights().onlyOwner(verticalKey),
                        limit)
                : List.of();
    }

    private boolean isCase(String verticalKey, CaseQuery query, int number, @Nullable Long looksAfter) {
        int vertical = access.reading(verticalKey).id();
        return lists.count(vertical, query, new Limits(number, null, looksAfter, access.now()), 1) > 0;
    }

    private List<Long> found(String verticalKey, String text) {
        return customers.find(verticalKey, text, CUSTOMERS).stream()
                .map(CustomerHit::id)
                .toList();
    }
}
