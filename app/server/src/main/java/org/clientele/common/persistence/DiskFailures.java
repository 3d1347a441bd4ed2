package org.clientele.common.persistence;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.common.StorageFailures;
import org.hsqldb.error.ErrorCode;
import org.springframework.stereotype.Component;

/** A disk without room, as HSQLDB, PostgreSQL and the operating system report it. Both databases take the whole transaction back. */
@Component
public class DiskFailures implements StorageFailures {
    private static final String POSTGRESQL_DISK_FULL = "53100";
    private static final Set<Integer> HSQLDB_FILES = Set.of(
            ErrorCode.DATA_FILE_IS_FULL,
            ErrorCode.DATA_FILE_ERROR,
            ErrorCode.FILE_IO_ERROR,
            ErrorCode.GENERAL_IO_ERROR);
    private static final Set<String> SYSTEM =
            Set.of("No space left on device", "File too large", "Disk quota exceeded");

    @Override
    public Optional<Problem> problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isFull(cause)) {
                return Optional.of(new Problem("common.disk-full"));
            }
        }
        return Optional.empty();
    }

    private static boolean isFull(Throwable cause) {
        return switch (cause) {
            case SQLException sql ->
                POSTGRESQL_DISK_FULL.equals(sql.getSQLState()) || HSQLDB_FILES.contains(-sql.getErrorCode());
            case IOException io -> SYSTEM.contains(String.valueOf(io.getMessage()));
            default -> false;
        };
    }
}
