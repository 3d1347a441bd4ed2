package org.clientele.segment.persistence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.clientele.segment.MembershipChanges;
import org.clientele.segment.MembershipOrigins;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** PostgreSQL takes rows several times faster by binary COPY than by INSERT. */
final class MembershipCopy {
    private static final int BUFFER = 1 << 16;
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MISSING = -1;
    private static final int COLUMNS = 7;

    /** PostgreSQL counts days from here. */
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private MembershipCopy() {}

    static void insert(
            Connection connection,
            int verticalId,
            @Nullable Long run,
            LocalDate asOf,
            List<MembershipChanges.Opened> opened,
            List<String> reasons,
            MembershipOrigins origins)
            throws SQLException {
        String sql =
                "COPY membership (vertical_id, customer_id, segment_key_id, valid_from, run_id, model_version, reason)"
                        + " FROM STDIN (FORMAT binary)";
        int day = Math.toIntExact(asOf.toEpochDay() - EPOCH.toEpochDay());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER), BUFFER))) {
            out.write(SIGNATURE);
            out.writeLong(0);
            for (int i = 0; i < opened.size(); i++) {
                MembershipChanges.Opened row = opened.get(i);
                out.writeShort(COLUMNS);
                write(out, verticalId);
                write(out, row.customerId());
                write(out, row.segmentKey());
                write(out, day);
                if (run == null) {
                    out.writeInt(MISSING);
                } else {
                    write(out, run.longValue());
                }
                Integer version = origins.version(row);
                if (version == null) {
                    out.writeInt(MISSING);
                } else {
                    write(out, version.intValue());
                }
                byte[] reason = reasons.get(i).getBytes(StandardCharsets.UTF_8);
                out.writeInt(reason.length);
                out.write(reason);
            }
            out.writeShort(MISSING);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not take the memberships", failure);
        }
    }

    private static void write(DataOutputStream out, int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }

    private static void write(DataOutputStream out, long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }
}
