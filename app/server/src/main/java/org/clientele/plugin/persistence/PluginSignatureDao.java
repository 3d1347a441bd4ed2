package org.clientele.plugin.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.plugin.SignedPlugin;
import org.clientele.plugin.StoredSignature;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who signed the jars that were taken. */
@Repository
public class PluginSignatureDao {
    private final Jdbi jdbi;

    public PluginSignatureDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Keeps a jar's signature; one that is kept already stays.
     *
     * @param certificate the signer's own, encoded
     * @param chain fingerprints of the signer's certificate and its issuers
     */
    public void save(
            String digest, byte[] certificate, @Nullable Instant signedAt, Instant knownSince, Set<String> chain) {
        jdbi.useHandle(handle -> {
            if (exists(handle, digest)) {
                return;
            }
            handle.createUpdate("""
                            INSERT INTO plugin_signature (digest, certificate, signed_at, known_since)
                            VALUES (:digest, :certificate, :signedAt, :knownSince)
                            """)
                    .bind("digest", digest)
                    .bind("certificate", certificate)
                    .bind("signedAt", signedAt == null ? null : signedAt.atOffset(ZoneOffset.UTC))
                    .bind("knownSince", knownSince.atOffset(ZoneOffset.UTC))
                    .execute();
            chain.forEach(fingerprint -> handle.createUpdate("""
                            INSERT INTO plugin_signature_chain (digest, fingerprint) VALUES (:digest, :fingerprint)
                            """)
                    .bind("digest", digest)
                    .bind("fingerprint", fingerprint)
                    .execute());
        });
    }

    /** When the portal first took the jar of that digest. */
    public Optional<Instant> knownSince(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT known_since FROM plugin_signature WHERE digest = :digest
                        """)
                .bind("digest", digest)
                .map((row, context) ->
                        row.getObject("known_since", OffsetDateTime.class).toInstant())
                .findOne());
    }

    public Optional<StoredSignature> find(String digest) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT certificate, signed_at FROM plugin_signature WHERE digest = :digest
                        """)
                .bind("digest", digest)
                .map((row, context) -> {
                    OffsetDateTime at = row.getObject("signed_at", OffsetDateTime.class);
                    return new StoredSignature(
                            row.getBytes("certificate"), at == null ? null : at.toInstant(), chain(handle, digest));
                })
                .findOne());
    }

    /** The installed plugins that the certificate or one issued by it has signed. */
    public List<SignedPlugin> signedBy(String fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.id, p.plugin_version, p.enabled
                        FROM plugin p
                        JOIN plugin_signature_chain c ON c.digest = p.digest
                        WHERE c.fingerprint = :fingerprint
                        ORDER BY p.id
                        """)
                .bind("fingerprint", fingerprint)
                .map((row, context) -> new SignedPlugin(
                        row.getString("id"), row.getString("plugin_version"), row.getBoolean("enabled")))
                .list());
    }

    /** Forgets signatures of jars that are neither installed nor could be gone back to. */
    public void forgetUnused() {
        jdbi.useHandle(handle -> {
            for (String table : List.of("plugin_signature_chain", "plugin_signature")) {
                handle.execute("""
                        DELETE FROM %s WHERE digest NOT IN (SELECT digest FROM plugin)
                          AND digest NOT IN (SELECT digest FROM plugin_version)
                        """.formatted(table));
            }
        });
    }

    private static boolean exists(Handle handle, String digest) {
        return handle.createQuery("SELECT 1 FROM plugin_signature WHERE digest = :digest")
                .bind("digest", digest)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Set<String> chain(Handle handle, String digest) {
        return handle.createQuery("SELECT fingerprint FROM plugin_signature_chain WHERE digest = :digest")
                .bind("digest", digest)
                .mapTo(String.class)
                .set();
    }
}
