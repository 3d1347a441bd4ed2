package org.clientele.cases.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.cases.CaseAlert;
import org.clientele.cases.CaseLists;
import org.clientele.cases.CaseQuery;
import org.clientele.cases.ServiceCase;
import org.clientele.common.persistence.LikeText;
import org.clientele.worklist.WorkQuery;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Lists of cases. Only conditions that leave something out stand in the statement, so that an index serves each of them. HSQLDB goes by an index
 * for an order only where that names every column of the index, all in one direction; else it sorts all cases of the vertical.
 */
@Repository
public class CaseListDao {
    private static final int TEN = 10;
    private static final int NEWEST = CaseLists.SUBJECTS;

    private final Jdbi jdbi;

    public CaseListDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What leaves cases out besides the query.
     *
     * @param number only the case of this number; null: any
     * @param customers only of these; null: of all
     * @param looksAfter only of customers whom this user looks after; null: of all
     * @param now every late case was due by then
     */
    public record Limits(
            @Nullable Integer number,
            @Nullable List<Long> customers,
            @Nullable Long looksAfter,
            Instant now) {}

    /** How many cases there are, counted no further than to the most. */
    public int count(int verticalId, CaseQuery query, Limits limits, int most) {
        Conditions conditions = conditions(verticalId, query, limits);
        return count(conditions, limits.looksAfter(), most);
    }

    public List<ServiceCase> page(int verticalId, CaseQuery query, Limits limits, int offset, int limit) {
        if (limits.customers() != null && limits.customers().isEmpty()) {
            return List.of();
        }
        String direction = query.descending() ? " DESC" : "";
        String number = "s.case_number" + direction;
        return switch (query.sort()) {
            case DUE -> byDue(verticalId, query, limits, "s.due_at" + direction + ", " + number, offset, limit);
            case OPENED ->
                rows(conditions(verticalId, query, limits), byNumber(query, limits, direction), offset, limit);
            case PRIORITY ->
                rows(conditions(verticalId, query, limits), "s.priority" + direction + ", " + number, offset, limit);
        };
    }

    private static String byNumber(CaseQuery query, Limits limits, String direction) {
        if (limits.customers() != null) {
            return "s.case_number" + direction;
        }
        String stage = query.stage() == CaseQuery.Stage.ALL ? "" : "s.is_open" + direction + ", ";
        return "s.vertical_id" + direction + ", " + stage + "s.case_number" + direction;
    }

    /** Those without a deadline stand behind the others, whatever the direction: read apart, because no index gives both in one order. */
    private List<ServiceCase> byDue(
            int verticalId, CaseQuery query, Limits limits, String order, int offset, int limit) {
        Conditions due = conditions(verticalId, query, limits).and("s.due_at IS NOT NULL");
        List<ServiceCase> found = new ArrayList<>(rows(due, order, offset, limit));
        int missing = limit - found.size();
        if (missing > 0 && !query.late()) {
            int before =
                    found.isEmpty() && offset > 0 ? count(due, limits.looksAfter(), offset) : offset + found.size();
            Conditions open = conditions(verticalId, query, limits).and("s.due_at IS NULL");
            found.addAll(rows(open, order, Math.max(0, offset - before), missing));
        }
        return found;
    }

    private List<ServiceCase> rows(Conditions conditions, String order, int offset, int limit) {
        return jdbi.withHandle(h -> conditions
                .bind(h.createQuery(CaseDao.COLUMNS + CaseDao.FROM + conditions.where() + " ORDER BY " + order
                        + " OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY"))
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, _) -> CaseDao.read(row))
                .list());
    }

    /** The case of this number, then those whose numbers begin so, the newest first. */
    public List<ServiceCase> numbered(int verticalId, int number, @Nullable Long looksAfter, int limit) {
        List<ServiceCase> found = new ArrayList<>();
        long first = number;
        for (long width = 1; number > 0 && first <= Integer.MAX_VALUE && found.size() < limit; width *= TEN) {
            Conditions conditions = new Conditions()
                    .and("s.vertical_id = :vertical", "vertical", verticalId)
                    .and("s.case_number >= :first", "first", first)
                    .and("s.case_number < :behind", "behind", first + width);
            lookedAfter(conditions, looksAfter);
            found.addAll(rows(conditions, "s.case_number DESC", 0, limit - found.size()));
            first *= TEN;
        }
        return found;
    }

    /**
     * Cases that hold the fragment in their subject, the newest first, among the newest {@value CaseLists#SUBJECTS} of the vertical: no index serves a fragment, and whoever types
     * does not wait until a million were read.
     */
    public List<ServiceCase> withSubject(int verticalId, String fragment, @Nullable Long looksAfter, int limit) {
        Conditions fitting = new Conditions()
                .and(
                        "lower(newest.subject) LIKE :fragment ESCAPE '!'",
                        "fragment",
                        "%" + LikeText.literal(fragment) + "%");
        fitting.value("vertical", verticalId);
        lookedAfter(fitting, looksAfter);
        String join = looksAfter == null ? "" : " JOIN customer c ON c.id = newest.customer_id";
        List<Long> ids = jdbi.withHandle(h -> fitting.bind(h.createQuery("""
                        SELECT newest.id FROM (SELECT s.id, s.case_number, s.subject, s.customer_id FROM service_case s
                          WHERE s.vertical_id = :vertical ORDER BY s.vertical_id DESC, s.case_number DESC FETCH FIRST %d ROWS ONLY) newest""".formatted(NEWEST)
                        + join + fitting.where() + " ORDER BY newest.case_number DESC FETCH FIRST :limit ROWS ONLY"))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
        return ids.isEmpty()
                ? List.of()
                : jdbi.withHandle(h -> h.createQuery(CaseDao.COLUMNS + CaseDao.FROM + """
                                WHERE s.id IN (<ids>) ORDER BY s.case_number DESC""")
                        .bindList("ids", ids)
                        .map((row, _) -> CaseDao.read(row))
                        .list());
    }

    /** A customer's cases, the newest first, or what is open before that. */
    public List<ServiceCase> ofCustomer(int verticalId, long customerId, boolean openFirst, int limit) {
        return jdbi.withHandle(
                h -> h.createQuery(CaseDao.COLUMNS + CaseDao.FROM + """
                        WHERE s.customer_id = :customer AND s.vertical_id = :vertical
                        ORDER BY %s s.case_number DESC FETCH FIRST :limit ROWS ONLY""".formatted(openFirst ? "s.is_open DESC," : ""))
                        .bind("customer", customerId)
                        .bind("vertical", verticalId)
                        .bind("limit", limit)
                        .map((row, _) -> CaseDao.read(row))
                        .list());
    }

    /**
     * What stands on a worklist besides what the query asks for.
     *
     * @param watcher what this user watches; null: nothing
     * @param escalated what is so late that managers are told
     */
    public record Also(@Nullable Long watcher, boolean escalated) {}

    /** Cases for a worklist, by the day on which something has to be done. */
    public List<ServiceCase> toDo(int verticalId, WorkQuery asked, Also also, @Nullable Long looksAfter, int limit) {
        Conditions conditions = toDo(verticalId, asked, also, looksAfter);
        return jdbi.withHandle(h -> conditions
                .bind(h.createQuery(CaseDao.COLUMNS + CaseDao.FROM + conditions.where()
                        + " ORDER BY s.due_on, s.id FETCH FIRST :limit ROWS ONLY"))
                .bind("limit", limit)
                .map((row, _) -> CaseDao.read(row))
                .list());
    }

    /** How many there are, counted no further than to the most. */
    public int countToDo(int verticalId, WorkQuery asked, Also also, @Nullable Long looksAfter, int most) {
        Conditions conditions = toDo(verticalId, asked, also, looksAfter);
        return count(conditions, looksAfter, most);
    }

    /** The teams that the newest {@value CaseLists#SUBJECTS} cases of the vertical are given to, by name: a form that opens does not wait until a million were read. */
    public List<String> teams(int verticalId, int limit) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT DISTINCT newest.team FROM (SELECT s.team FROM service_case s
                          WHERE s.vertical_id = :vertical ORDER BY s.vertical_id DESC, s.case_number DESC FETCH FIRST %d ROWS ONLY) newest
                        WHERE newest.team IS NOT NULL ORDER BY newest.team FETCH FIRST :limit ROWS ONLY""".formatted(NEWEST))
                .bind("vertical", verticalId)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    private int count(Conditions conditions, @Nullable Long looksAfter, int most) {
        String join = looksAfter == null ? "" : " JOIN customer c ON c.id = s.customer_id";
        return jdbi.withHandle(h -> conditions
                .bind(h.createQuery("SELECT count(*) FROM (SELECT s.id FROM service_case s" + join + conditions.where()
                        + " FETCH FIRST :most ROWS ONLY) found"))
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }

    private static Conditions toDo(int verticalId, WorkQuery asked, Also also, @Nullable Long looksAfter) {
        Conditions conditions = new Conditions()
                .and("s.vertical_id = :vertical", "vertical", verticalId)
                .and("s.is_open")
                .and("s.due_on <= :until", "until", asked.until());
        conditions.unlessNull("s.due_on >= :from", "from", asked.from());
        WorkQuery.Place after = asked.after();
        if (after != null) {
            conditions
                    .and("s.due_on >= :day", "day", after.day())
                    .and("(s.due_on > :day OR s.id > :after)", "after", after.id());
        }
        if (!asked.whose().everybody()) {
            whose(conditions, asked.whose(), also);
        }
        lookedAfter(conditions, looksAfter);
        return conditions;
    }

    private static void whose(Conditions conditions, WorkQuery.Whose whose, Also also) {
        List<String> any = new ArrayList<>();
        if (whose.free()) {
            any.add("s.owner_id IS NULL");
        }
        if (whose.person() != null) {
            any.add("s.owner_id = :person");
            conditions.value("person", whose.person());
        }
        if (also.watcher() != null) {
            any.add("s.id IN (SELECT w.case_id FROM case_watcher w WHERE w.user_id = :watcher)");
            conditions.value("watcher", also.watcher());
        }
        if (also.escalated()) {
            any.add("s.alert = " + CaseAlert.ESCALATED.ordinal());
        }
        conditions.and(any.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", any) + ")");
    }

    private static Conditions conditions(int verticalId, CaseQuery query, Limits limits) {
        // Some customers' cases are few: looked for among all of a vertical, HSQLDB would walk those.
        String vertical = limits.customers() == null ? "s.vertical_id" : "s.vertical_id + 0";
        Conditions conditions = new Conditions().and(vertical + " = :vertical", "vertical", verticalId);
        switch (query.stage()) {
            case OPEN -> conditions.and("s.is_open = TRUE");
            case DONE -> conditions.and("s.is_open = FALSE");
            case ALL -> {}
        }
        conditions.unlessNull("s.case_type = :type", "type", CaseDao.name(query.type()));
        conditions.unlessNull("s.case_state = :state", "state", CaseDao.name(query.state()));
        conditions.unlessNull(
                "s.priority = :priority",
                "priority",
                query.priority() == null ? null : query.priority().ordinal());
        Long owner = query.owner();
        if (owner != null && owner == CaseQuery.NOBODY) {
            conditions.and("s.owner_id IS NULL");
        } else {
            conditions.unlessNull("s.owner_id = :owner", "owner", owner);
        }
        if (query.late()) {
            conditions
                    .and("s.alert >= " + CaseAlert.LATE.ordinal())
                    .and("s.due_at <= :now", "now", limits.now().atOffset(ZoneOffset.UTC));
        }
        conditions.unlessNull("s.case_number = :number", "number", limits.number());
        List<Long> customers = limits.customers();
        if (customers != null) {
            conditions.customers(customers);
        }
        lookedAfter(conditions, limits.looksAfter());
        return conditions;
    }

    private static void lookedAfter(Conditions conditions, @Nullable Long user) {
        conditions.unlessNull("c.owner_user_id = :looksAfter", "looksAfter", user);
    }

    /** The conditions of one statement with what they are bound to. */
    private static final class Conditions {
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();
        private List<Long> customers = List.of();

        Conditions and(String condition) {
            parts.add(condition);
            return this;
        }

        Conditions and(String condition, String name, Object value) {
            value(name, value);
            return and(condition);
        }

        void value(String name, Object value) {
            values.put(name, value);
        }

        void unlessNull(String condition, String name, @Nullable Object value) {
            if (value != null) {
                and(condition, name, value);
            }
        }

        void customers(List<Long> ids) {
            customers = ids;
            and(ids.isEmpty() ? "1 = 0" : "s.customer_id IN (<customers>)");
        }

        String where() {
            return " WHERE " + String.join(" AND ", parts);
        }

        Query bind(Query query) {
            query.bindMap(values);
            return customers.isEmpty() ? query : query.bindList("customers", customers);
        }
    }
}
