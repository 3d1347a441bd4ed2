package org.clientele.plugin.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.plugin.code.FailureCause;
import org.clientele.plugin.code.Piece;
import org.clientele.plugin.code.PluginFailure;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What failed in plugins' code, and from when on it counts. */
@Repository
public class PluginFailureDao {
    private final Jdbi jdbi;

    public PluginFailureDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(PluginFailure failure) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO plugin_failure
                          (plugin_id, plugin_version, failed_at, piece_kind, piece_id, cause, detail, place)
                        VALUES (:plugin, :version, :at, :kind, :piece, :cause, :detail, :place)""")
                .bind("plugin", failure.piece().plugin())
                .bind("version", failure.version())
                .bind("at", failure.at().atOffset(ZoneOffset.UTC))
                .bind("kind", failure.piece().kind().name())
                .bind("piece", failure.piece().id())
                .bind("cause", failure.cause().name())
                .bind("detail", storable(failure.detail()))
                .bind("place", storable(failure.place()))
                .execute());
    }

    /** Leaves the newest rows of a plugin. */
    public void prune(String plugin, int kept) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT id FROM plugin_failure WHERE plugin_id = :plugin ORDER BY id DESC OFFSET :kept LIMIT 1""")
                .bind("plugin", plugin)
                .bind("kept", kept)
                .mapTo(Long.class)
                .findOne()
                .ifPresent(newestLeftOut -> handle.createUpdate(
                                "DELETE FROM plugin_failure WHERE plugin_id = :plugin AND id <= :id")
                        .bind("plugin", plugin)
                        .bind("id", newestLeftOut)
                        .execute()));
    }

    /** The newest failures, newest first. */
    public List<PluginFailure> newest(String plugin, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT plugin_id, plugin_version, failed_at, piece_kind, piece_id, cause, detail, place
                        FROM plugin_failure WHERE plugin_id = :plugin ORDER BY id DESC LIMIT :limit""")
                .bind("plugin", plugin)
                .bind("limit", limit)
                .map((row, context) -> failure(row))
                .list());
    }

    public int count(String plugin, Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM plugin_failure WHERE plugin_id = :plugin AND failed_at >= :from")
                .bind("plugin", plugin)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one());
    }

    /** When the plugin was last enabled; what failed before does not count. */
    public Optional<Instant> countedFrom(String plugin) {
        return time("counted_from", plugin);
    }

    /** When the portal disabled the plugin because it failed too often; empty when it was enabled since. */
    public Optional<Instant> disabledAt(String plugin) {
        return time("disabled_at", plugin);
    }

    private Optional<Instant> time(String column, String plugin) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT counted_from, disabled_at FROM plugin_health WHERE plugin_id = :plugin")
                        .bind("plugin", plugin)
                        .map((row, context) -> Optional.ofNullable(row.getObject(column, OffsetDateTime.class)))
                        .findOne())
                .flatMap(found -> found)
                .map(OffsetDateTime::toInstant);
    }

    public void enabled(String plugin, Instant at) {
        set(plugin, at, null);
    }

    public void disabled(String plugin, Instant at) {
        set(plugin, at, at);
    }

    private void set(String plugin, Instant countedFrom, @Nullable Instant disabledAt) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM plugin_health WHERE plugin_id = :plugin")
                    .bind("plugin", plugin)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO plugin_health (plugin_id, counted_from, disabled_at)
                            VALUES (:plugin, :countedFrom, :disabledAt)""")
                    .bind("plugin", plugin)
                    .bind("countedFrom", countedFrom.atOffset(ZoneOffset.UTC))
                    .bind("disabledAt", disabledAt == null ? null : disabledAt.atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    public void forget(String plugin) {
        jdbi.useHandle(handle -> {
            for (String table : List.of("plugin_failure", "plugin_health")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE plugin_id = :plugin")
                        .bind("plugin", plugin)
                        .execute();
            }
        });
    }

    /** PostgreSQL stores neither the null character nor half a surrogate pair, and a plugin's message may hold either. */
    private static String storable(String text) {
        return new String(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static PluginFailure failure(ResultSet row) throws SQLException {
        return new PluginFailure(
                new Piece(
                        row.getString("plugin_id"),
                        Piece.Kind.valueOf(row.getString("piece_kind")),
                        row.getString("piece_id")),
                row.getString("plugin_version"),
                row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                FailureCause.valueOf(row.getString("cause")),
                row.getString("detail"),
                row.getString("place"));
    }
}
