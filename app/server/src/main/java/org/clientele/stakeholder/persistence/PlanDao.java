package org.clientele.stakeholder.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.stakeholder.PlanAction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The actions of relationship plans. */
@Repository
public class PlanDao {
    private static final String SELECT = """
            SELECT a.id, a.stakeholder_id, a.title, a.owner_id, u.display_name AS owner, a.due_on, a.action_state, a.ended_on
            FROM stakeholder_action a LEFT JOIN app_user u ON u.id = a.owner_id
            """;

    private final Jdbi jdbi;

    public PlanDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An action with the party it is for. */
    public record OfParty(long partyId, PlanAction action) {}

    /** By party, the earliest first. */
    public Map<Long, List<PlanAction>> actions(Collection<Long> partyIds) {
        if (partyIds.isEmpty()) {
            return Map.of();
        }
        List<OfParty> found = jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "WHERE a.stakeholder_id IN (<parties>) ORDER BY a.due_on, a.id")
                        .bindList("parties", List.copyOf(partyIds))
                        .map((row, _) -> ofParty(row))
                        .list());
        return found.stream()
                .collect(Collectors.groupingBy(
                        OfParty::partyId, Collectors.mapping(OfParty::action, Collectors.toList())));
    }

    /** Open ones due by the day. */
    public List<OfParty> due(int verticalId, LocalDate until) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        JOIN stakeholder s ON s.id = a.stakeholder_id
                        WHERE s.vertical_id = :vertical AND a.action_state = 'OPEN' AND a.due_on <= :until ORDER BY a.id""")
                .bind("vertical", verticalId)
                .bind("until", until)
                .map((row, _) -> ofParty(row))
                .list());
    }

    /** How many actions people have done since, by whose they were; the key null stands for nobody's. */
    public Map<@Nullable Long, Long> doneSince(int verticalId, LocalDate since) {
        Map<@Nullable Long, Long> done = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT COALESCE(a.owner_id, s.owner_id) AS person, count(*) AS actions
                        FROM stakeholder_action a JOIN stakeholder s ON s.id = a.stakeholder_id
                        WHERE s.vertical_id = :vertical AND a.action_state = 'DONE' AND a.ended_on >= :since
                        GROUP BY COALESCE(a.owner_id, s.owner_id)""")
                .bind("vertical", verticalId)
                .bind("since", since)
                .map((row, _) -> new Done(row.getObject("person", Long.class), row.getLong("actions")))
                .forEach(one -> done.put(one.person(), one.actions())));
        return done;
    }

    private record Done(@Nullable Long person, long actions) {}

    private static OfParty ofParty(ResultSet row) throws SQLException {
        return new OfParty(row.getLong("stakeholder_id"), action(row));
    }

    static PlanAction action(ResultSet row) throws SQLException {
        return new PlanAction(
                row.getLong("id"),
                row.getString("title"),
                row.getObject("owner_id", Long.class),
                row.getString("owner"),
                row.getObject("due_on", LocalDate.class),
                PlanAction.State.valueOf(row.getString("action_state")),
                row.getObject("ended_on", LocalDate.class));
    }

    public void insert(long partyId, PlanAction action) {
        jdbi.useHandle(handle -> insert(handle, partyId, action));
    }

    static void insert(Handle handle, long partyId, PlanAction action) {
        handle.createUpdate("""
                        INSERT INTO stakeholder_action (stakeholder_id, title, owner_id, due_on, action_state, ended_on)
                        VALUES (:party, :title, :owner, :due, :state, :ended)""")
                .bind("party", partyId)
                .bind("title", action.title())
                .bind("owner", action.ownerId())
                .bind("due", action.dueOn())
                .bind("state", action.state().name())
                .bind("ended", action.endedOn())
                .execute();
    }

    /** Changes what is to be done; false when it is open no more. */
    public boolean change(long partyId, PlanAction action) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE stakeholder_action SET title = :title, owner_id = :owner, due_on = :due
                                WHERE id = :id AND stakeholder_id = :party AND action_state = 'OPEN'""")
                        .bind("title", action.title())
                        .bind("owner", action.ownerId())
                        .bind("due", action.dueOn())
                        .bind("id", action.id())
                        .bind("party", partyId)
                        .execute()
                == 1);
    }

    /** Ends an action, or opens it again; false when it is not in the state before any more: only one of two people ends it. */
    public boolean move(long id, PlanAction.State before, PlanAction.State after, @Nullable LocalDate endedOn) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE stakeholder_action SET action_state = :after, ended_on = :ended WHERE id = :id AND action_state = :before")
                        .bind("after", after.name())
                        .bind("ended", endedOn)
                        .bind("id", id)
                        .bind("before", before.name())
                        .execute()
                == 1);
    }

    /** Puts an open action off; false when it is due on another day already. */
    public boolean postpone(long id, LocalDate before, LocalDate day) {
        return jdbi.withHandle(handle -> handle.execute(
                        "UPDATE stakeholder_action SET due_on = ? WHERE id = ? AND due_on = ? AND action_state = 'OPEN'",
                        day,
                        id,
                        before)
                == 1);
    }

    /** Gives an open action to somebody, or to nobody in particular; false when it is open no more. */
    public boolean handOver(long id, @Nullable Long person) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE stakeholder_action SET owner_id = :person WHERE id = :id AND action_state = 'OPEN'")
                        .bind("person", person)
                        .bind("id", id)
                        .execute()
                == 1);
    }

    /** Whether it was there. */
    public boolean delete(long partyId, long id) {
        return jdbi.withHandle(handle ->
                handle.execute("DELETE FROM stakeholder_action WHERE id = ? AND stakeholder_id = ?", id, partyId) == 1);
    }
}
