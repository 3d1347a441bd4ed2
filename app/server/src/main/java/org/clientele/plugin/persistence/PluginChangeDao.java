package org.clientele.plugin.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientele.plugin.PluginChange;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.springframework.stereotype.Repository;

/** The one change of plugins that may go on. Time is the database's, because the clocks of nodes differ. */
@Repository
public class PluginChangeDao {
    private static final String SOON = "CURRENT_TIMESTAMP + INTERVAL '20' SECOND";

    private final Jdbi jdbi;

    public PluginChangeDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The change that goes on, or that somebody left. */
    public Optional<PluginChange> current() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT token, plugin_id, operation, started_by, started_at, paused, cancel_work,
                          CASE WHEN expires_at < CURRENT_TIMESTAMP THEN 1 ELSE 0 END AS expired
                        FROM plugin_change
                        """).map((row, _) -> change(row)).findOne());
    }

    /** Begins a change; false when another one goes on or was left. Call it in a transaction of its own: it may fail. */
    public boolean begin(String token, String pluginId, PluginChange.Operation operation, String by, Instant now) {
        if (current().isPresent()) {
            return false;
        }
        try {
            return jdbi.withHandle(handle -> handle.createUpdate("""
                            INSERT INTO plugin_change
                              (id, token, plugin_id, operation, started_by, started_at, expires_at, paused, cancel_work)
                            VALUES (1, :token, :plugin, :operation, :by, :now, %s, FALSE, FALSE)
                            """.formatted(SOON))
                            .bind("token", token)
                            .bind("plugin", pluginId)
                            .bind("operation", operation.name())
                            .bind("by", by)
                            .bind("now", now.atOffset(ZoneOffset.UTC))
                            .execute())
                    == 1;
        } catch (UnableToExecuteStatementException taken) {
            return false;
        }
    }

    /** Takes over what somebody left; false when somebody else did, or it is not left. */
    public boolean takeOver(PluginChange left, String token) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE plugin_change
                        SET token = :mine, expires_at = %s, paused = FALSE, cancel_work = FALSE
                        WHERE token = :left AND expires_at < CURRENT_TIMESTAMP
                        """.formatted(SOON))
                        .bind("mine", token)
                        .bind("left", left.token())
                        .execute())
                == 1;
    }

    /** Says that whoever does the change is alive; false when it was taken over. */
    public boolean extend(String token) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE plugin_change SET expires_at = %s WHERE token = :token".formatted(SOON))
                        .bind("token", token)
                        .execute())
                == 1;
    }

    /** Says that whoever did the change is dead for sure. */
    public void expire(String token) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE plugin_change SET expires_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND WHERE token = :token
                        """).bind("token", token).execute());
    }

    public void pause(String token, boolean paused) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE plugin_change SET paused = :paused WHERE token = :token")
                .bind("paused", paused)
                .bind("token", token)
                .execute());
    }

    public void setOperation(String token, PluginChange.Operation operation) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE plugin_change SET operation = :operation WHERE token = :token")
                        .bind("operation", operation.name())
                        .bind("token", token)
                        .execute());
    }

    /** Asks all nodes to stop their work on the vertical. */
    public void cancelWork(String token) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE plugin_change SET cancel_work = TRUE WHERE token = :token")
                .bind("token", token)
                .execute());
    }

    /** Ends the change; false when it was taken over. */
    public boolean end(String token) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM plugin_change WHERE token = :token")
                        .bind("token", token)
                        .execute())
                == 1;
    }

    private static PluginChange change(ResultSet row) throws SQLException {
        return new PluginChange(
                row.getString("token"),
                row.getString("plugin_id"),
                PluginChange.Operation.valueOf(row.getString("operation")),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("expired") == 1,
                row.getBoolean("paused"),
                row.getBoolean("cancel_work"));
    }
}
