package org.clientele.plugin.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.plugin.InstalledPlugin;
import org.clientele.plugin.Trust;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Plugins with their jars. */
@Repository
public class PluginDao {
    private static final String COLUMNS =
            "id, plugin_version, provider, enabled, trust, digest, installed_at, installed_by";

    private final Jdbi jdbi;

    public PluginDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<InstalledPlugin> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM plugin ORDER BY id")
                .map((row, context) -> plugin(row))
                .list());
    }

    public Optional<InstalledPlugin> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM plugin WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> plugin(row))
                .findOne());
    }

    /** The bytes of an installed plugin's jar. */
    public byte[] jar(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT jar FROM plugin WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row.getBytes("jar"))
                .one());
    }

    /** Stores the plugin with its jar in place of one with the same id. */
    public void save(InstalledPlugin plugin, byte[] jar) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM plugin WHERE id = :id")
                    .bind("id", plugin.id())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO plugin (id, plugin_version, provider, enabled, trust, digest, jar, installed_at, installed_by)
                            VALUES (:id, :version, :provider, :enabled, :trust, :digest, :jar, :installedAt, :installedBy)
                            """)
                    .bind("id", plugin.id())
                    .bind("version", plugin.version())
                    .bind("provider", plugin.provider())
                    .bind("enabled", plugin.enabled())
                    .bind("trust", plugin.trust().name())
                    .bind("digest", plugin.digest())
                    .bind("jar", jar)
                    .bind("installedAt", plugin.installedAt().atOffset(ZoneOffset.UTC))
                    .bind("installedBy", plugin.installedBy())
                    .execute();
        });
    }

    public void setEnabled(String id, boolean enabled) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE plugin SET enabled = :enabled WHERE id = :id")
                .bind("enabled", enabled)
                .bind("id", id)
                .execute());
    }

    public void delete(String id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM plugin WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    private static InstalledPlugin plugin(ResultSet row) throws SQLException {
        return new InstalledPlugin(
                row.getString("id"),
                row.getString("plugin_version"),
                row.getString("provider"),
                row.getBoolean("enabled"),
                Trust.valueOf(row.getString("trust")),
                row.getString("digest"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant(),
                row.getString("installed_by"));
    }
}
