package org.clientele.plugin.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.plugin.KeptVersion;
import org.clientele.plugin.Trust;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Versions of plugins that can be gone back to, with their jars. */
@Repository
public class PluginVersionDao {
    private static final String COLUMNS =
            "plugin_id, plugin_version, provider, trust, digest, installed_at, installed_by, replaced_at";

    private final Jdbi jdbi;

    public PluginVersionDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The kept versions of a plugin, the one that ran last first. */
    public List<KeptVersion> list(String pluginId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                         FROM plugin_version
                        WHERE plugin_id = :id
                        ORDER BY replaced_at DESC, installed_at DESC
                        """)
                .bind("id", pluginId)
                .map((row, _) -> version(row))
                .list());
    }

    public Optional<KeptVersion> find(String pluginId, String digest) {
        return list(pluginId).stream()
                .filter(version -> version.digest().equals(digest))
                .findFirst();
    }

    public byte[] jar(String pluginId, String digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT jar FROM plugin_version WHERE plugin_id = :id AND digest = :digest")
                .bind("id", pluginId)
                .bind("digest", digest)
                .map((row, _) -> row.getBytes("jar"))
                .one());
    }

    /** Keeps what is installed, in place of the same jar kept earlier. */
    public void keepInstalled(String pluginId, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            DELETE FROM plugin_version
                            WHERE plugin_id = :id AND digest = (SELECT digest FROM plugin WHERE id = :id)
                            """).bind("id", pluginId).execute();
            handle.createUpdate("""
                            INSERT INTO plugin_version
                              (plugin_id, plugin_version, provider, trust, digest, jar, installed_at, installed_by, replaced_at)
                            SELECT id, plugin_version, provider, trust, digest, jar, installed_at, installed_by, :now
                            FROM plugin
                            WHERE id = :id
                            """)
                    .bind("id", pluginId)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    public void delete(String pluginId, String digest) {
        jdbi.useHandle(
                handle -> handle.createUpdate("DELETE FROM plugin_version WHERE plugin_id = :id AND digest = :digest")
                        .bind("id", pluginId)
                        .bind("digest", digest)
                        .execute());
    }

    public void deleteAll(String pluginId) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM plugin_version WHERE plugin_id = :id")
                .bind("id", pluginId)
                .execute());
    }

    private static KeptVersion version(ResultSet row) throws SQLException {
        return new KeptVersion(
                row.getString("plugin_id"),
                row.getString("plugin_version"),
                row.getString("provider"),
                Trust.valueOf(row.getString("trust")),
                row.getString("digest"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant(),
                row.getString("installed_by"),
                row.getObject("replaced_at", OffsetDateTime.class).toInstant());
    }
}
