package org.clientele.strategy.persistence;

import java.util.ArrayList;
import java.util.List;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkQuery.Place;
import org.clientele.worklist.WorkQuery.Whose;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Statements for open tasks, written so that both databases read them along an index: conditions that hold anyway are left out.
 *
 * @param whose condition on the owner; empty: everybody's
 */
record TaskSql(WorkQuery asked, @Nullable Long onlyOwn, String whose) {
    private static final String MINE = "t.owner_id = :person";
    private static final String FREE = "t.owner_id IS NULL";

    /** One statement for each kind of owner. */
    static List<TaskSql> all(WorkQuery asked, @Nullable Long onlyOwn) {
        Whose whose = asked.whose();
        if (whose.everybody()) {
            return List.of(new TaskSql(asked, onlyOwn, ""));
        }
        List<TaskSql> all = new ArrayList<>();
        if (whose.person() != null) {
            all.add(new TaskSql(asked, onlyOwn, MINE));
        }
        if (whose.free()) {
            all.add(new TaskSql(asked, onlyOwn, FREE));
        }
        return all;
    }

    /** @param select of a table that takes its name */
    String open(String select, int limit) {
        String order = (whose.isEmpty() ? "" : "t.owner_id, ") + "t.vertical_id, t.task_state, t.due_on, t.id";
        return select.formatted("(SELECT t.* %s ORDER BY %s FETCH FIRST %d ROWS ONLY)".formatted(from(), order, limit));
    }

    String count(int most) {
        return "SELECT count(*) FROM (SELECT t.id %s FETCH FIRST %d ROWS ONLY) counted".formatted(from(), most);
    }

    private String from() {
        List<String> conditions = new ArrayList<>();
        if (!whose.isEmpty()) {
            conditions.add(whose);
        }
        conditions.add("t.vertical_id = :vertical AND t.task_state = 'OPEN' AND t.due_on <= :until");
        if (asked.from() != null) {
            conditions.add("t.due_on >= :from");
        }
        if (asked.after() != null) {
            conditions.add("t.due_on >= :day AND (t.due_on > :day OR t.id > :id)");
        }
        if (onlyOwn != null) {
            conditions.add("t.customer_id IN (SELECT c.id FROM customer c WHERE c.owner_user_id = :own)");
        }
        return "FROM task t WHERE " + String.join(" AND ", conditions);
    }

    Query bind(Query query, int verticalId) {
        query.bind("vertical", verticalId).bind("until", asked.until());
        Long person = asked.whose().person();
        if (whose.equals(MINE) && person != null) {
            query.bind("person", person);
        }
        if (asked.from() != null) {
            query.bind("from", asked.from());
        }
        Place after = asked.after();
        if (after != null) {
            query.bind("day", after.day()).bind("id", after.id());
        }
        if (onlyOwn != null) {
            query.bind("own", onlyOwn);
        }
        return query;
    }
}
