package org.clientele.segment.persistence;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.clientele.segment.MembershipChanges.Opened;
import org.clientele.segment.StoredMembership;
import org.jspecify.annotations.Nullable;

/** The statements that change one membership of a vertical, and their parameters. */
record MembershipBinding(int verticalId) {
    private static final String KEY =
            " WHERE vertical_id = ? AND customer_id = ? AND segment_key_id = ? AND valid_from = ?";
    static final String REMOVE = "DELETE FROM membership" + KEY;
    static final String UNSTAGE = "DELETE FROM membership_end" + KEY;
    static final String STAGE =
            "INSERT INTO membership_end (vertical_id, customer_id, segment_key_id, valid_from, valid_to, run_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    static final String END = "UPDATE membership SET valid_to = ?" + KEY;
    static final String OPEN =
            "INSERT INTO membership (vertical_id, customer_id, segment_key_id, valid_from, reason, run_id, model_version)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    /** Binds the four columns that identify a membership. */
    void key(PreparedStatement statement, int first, StoredMembership row) throws SQLException {
        statement.setInt(first, verticalId);
        statement.setLong(first + 1, row.customerId());
        statement.setInt(first + 2, row.segmentKey());
        statement.setDate(first + 3, Date.valueOf(row.validFrom()));
    }

    void end(PreparedStatement statement, int first, StoredMembership row) throws SQLException {
        lastDay(statement, first, row);
        key(statement, first + 1, row);
    }

    static void lastDay(PreparedStatement statement, int place, StoredMembership row) throws SQLException {
        LocalDate validTo = row.validTo();
        statement.setDate(place, validTo == null ? null : Date.valueOf(validTo));
    }

    /** Binds the four columns that identify a new membership. */
    void open(PreparedStatement statement, int first, Date from, Opened row) throws SQLException {
        statement.setInt(first, verticalId);
        statement.setLong(first + 1, row.customerId());
        statement.setInt(first + 2, row.segmentKey());
        statement.setDate(first + 3, from);
    }

    /** Binds the three columns that say where a new membership comes from. */
    void origin(
            PreparedStatement statement, int first, String reason, @Nullable Long run, @Nullable Integer modelVersion)
            throws SQLException {
        statement.setString(first, reason);
        statement.setObject(first + 1, run, Types.BIGINT);
        statement.setObject(first + 2, modelVersion, Types.INTEGER);
    }
}
