package org.clientele.cases;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Of so many cases, the newest, subjects are searched for a fragment. */
    public static final int SUBJECTS = 10_000;

    /** So many customers are looked at for their cases while somebody types. */
    public static final int TYPED = 100;

    private static final int CUSTOMERS = 500;
    private static final int TEAMS = 200;

    private static final CaseQuery NEWEST =
            CaseQuery.ALL.withStage(CaseQuery.Stage.ALL).sortedBy(CaseQuery.Sort.OPENED, true);
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

    /** The teams that the newest cases are given to, to choose from, so that one team does not get two spellings. */
    public List<String> teams(String verticalKey) {
        return lists.teams(access.reading(verticalKey).id(), TEAMS);
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

    /**
     * Cases for a text that somebody types: those whose numbers begin as it does ({@code C-10}, {@code 1001}), then those that hold it in their subject or
     * belong to one of the customers, the newest first.
     *
     * @param found the customers that were found for the text; whoever sees only own customers gets only the cases of those
     */
    public List<ServiceCase> matching(String verticalKey, String text, List<CustomerHit> found, int limit) {
        Vertical vertical = access.reading(verticalKey);
        String fragment = text.strip();
        if (fragment.isEmpty()) {
            return List.of();
        }
        Long looksAfter = access.rights().onlyOwner(verticalKey);
        Map<Integer, ServiceCase> hits = new LinkedHashMap<>();
        Matcher number = NUMBER.matcher(fragment);
        if (number.matches()) {
            put(hits, lists.numbered(vertical.id(), Integer.parseInt(number.group(1)), looksAfter, limit));
        }
        Map<Integer, ServiceCase> newest = new TreeMap<>(Comparator.reverseOrder());
        put(newest, lists.withSubject(vertical.id(), fragment, looksAfter, limit));
        List<Long> customerIds =
                found.stream().limit(TYPED).map(CustomerHit::id).toList();
        put(
                newest,
                lists.page(vertical.id(), NEWEST, new Limits(null, customerIds, looksAfter, access.now()), 0, limit));
        newest.forEach(hits::putIfAbsent);
        return hits.values().stream().limit(limit).toList();
    }

    private static void put(Map<Integer, ServiceCase> hits, List<ServiceCase> found) {
        found.forEach(one -> hits.putIfAbsent(one.number(), one));
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
