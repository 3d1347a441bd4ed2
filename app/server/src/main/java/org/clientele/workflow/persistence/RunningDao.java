package org.clientele.workflow.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.clientele.common.persistence.LikeText;
import org.clientele.workflow.RunningQuery;
import org.clientele.workflow.RunningWorkflow;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.springframework.stereotype.Repository;

/** The runs that wait for their next step, page by page. */
@Repository
public class RunningDao {
    private static final String FROM = """
             FROM workflow_run r
             JOIN customer c ON c.id = r.customer_id
             LEFT JOIN app_user u ON u.id = c.owner_user_id
             WHERE r.vertical_id = :vertical AND r.run_state = 'RUNNING' AND r.workflow_id IN (<workflows>)
               AND (:anyWorkflow OR r.workflow_id = :workflow)
               AND (:anyStep OR r.next_step = :step)
               AND (:anyOwner OR c.owner_user_id = :owner)
               AND (:anyText OR LOWER(c.ref) LIKE :text ESCAPE '!' OR LOWER(COALESCE(c.name, '')) LIKE :text ESCAPE '!')
            """;

    private final Jdbi jdbi;

    public RunningDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param workflows ids of the workflows that the vertical declares, at least one
     */
    public int count(int verticalId, Collection<String> workflows, RunningQuery query) {
        return jdbi.withHandle(h -> bind(h.createQuery("SELECT count(*)" + FROM), verticalId, workflows, query)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * @param workflows ids of the workflows that the vertical declares, at least one
     */
    public List<RunningWorkflow> page(
            int verticalId, Collection<String> workflows, RunningQuery query, int offset, int limit) {
        String select = """
                SELECT r.id, r.customer_id, COALESCE(c.name, c.ref) AS customer, r.workflow_id, r.proposed, r.next_step,
                  r.started_on, r.last_on, u.display_name
                """;
        String order = " ORDER BY %s %s, r.id OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY"
                .formatted(column(query.sort()), query.descending() ? "DESC" : "ASC");
        return jdbi.withHandle(h -> bind(h.createQuery(select + FROM + order), verticalId, workflows, query)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list());
    }

    private static String column(RunningQuery.Sort sort) {
        return switch (sort) {
            case WAITING -> "r.last_on";
            case STARTED -> "r.started_on";
            case CUSTOMER -> "LOWER(COALESCE(c.name, c.ref))";
            case WORKFLOW -> "r.workflow_id";
            case STEP -> "r.next_step";
            case OWNER -> "LOWER(COALESCE(u.display_name, ''))";
        };
    }

    private static Query bind(Query statement, int verticalId, Collection<String> workflows, RunningQuery query) {
        String text = LikeText.literal(query.search());
        return statement
                .bind("vertical", verticalId)
                .bindList("workflows", List.copyOf(workflows))
                .bind("anyWorkflow", query.workflow() == null)
                .bind("workflow", query.workflow() == null ? "" : query.workflow())
                .bind("anyStep", query.step() == null)
                .bind("step", query.step() == null ? "" : query.step())
                .bind("anyOwner", query.owner() == null)
                .bind("owner", query.owner() == null ? -1L : query.owner())
                .bind("anyText", text.isEmpty())
                .bind("text", "%" + text + "%");
    }

    private static RunningWorkflow read(ResultSet row) throws SQLException {
        return new RunningWorkflow(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer"),
                row.getString("workflow_id"),
                row.getString("proposed"),
                row.getString("next_step"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                row.getString("display_name"));
    }
}
