package org.clientele.plugin.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.plugin.ListedCertificate;
import org.clientele.plugin.SignerCertificate;
import org.clientele.plugin.TrustedSigner.Revocation;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The certificates of the trust list. */
@Repository
public class TrustedSignerDao {
    private static final String SELECT = """
            SELECT certificate, added_at, added_by, revoked_at, revoked_by, revocation_reason
            FROM trusted_signer
            """;

    private final Jdbi jdbi;

    public TrustedSignerDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest first. */
    public List<ListedCertificate> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "ORDER BY added_at DESC, fingerprint")
                .map((row, context) -> listed(row))
                .list());
    }

    public Optional<ListedCertificate> find(String fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> listed(row))
                .findOne());
    }

    public void insert(SignerCertificate certificate, byte[] encoded, Instant addedAt, String addedBy) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO trusted_signer (fingerprint, subject, certificate, valid_until, added_at, added_by)
                        VALUES (:fingerprint, :subject, :certificate, :validUntil, :addedAt, :addedBy)
                        """)
                .bind("fingerprint", certificate.fingerprint())
                .bind("subject", certificate.subject())
                .bind("certificate", encoded)
                .bind("validUntil", certificate.validUntil().atOffset(ZoneOffset.UTC))
                .bind("addedAt", addedAt.atOffset(ZoneOffset.UTC))
                .bind("addedBy", addedBy)
                .execute());
    }

    /** Whether it was trusted until now. */
    public boolean revoke(String fingerprint, Revocation revocation) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE trusted_signer
                        SET revoked_at = :at, revoked_by = :by, revocation_reason = :reason
                        WHERE fingerprint = :fingerprint AND revoked_at IS NULL
                        """)
                        .bind("at", revocation.at().atOffset(ZoneOffset.UTC))
                        .bind("by", revocation.by())
                        .bind("reason", revocation.reason())
                        .bind("fingerprint", fingerprint)
                        .execute())
                == 1;
    }

    private static ListedCertificate listed(ResultSet row) throws SQLException {
        return new ListedCertificate(
                row.getBytes("certificate"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                revocation(row));
    }

    private static @Nullable Revocation revocation(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("revoked_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Revocation(at.toInstant(), row.getString("revoked_by"), row.getString("revocation_reason"));
    }
}
