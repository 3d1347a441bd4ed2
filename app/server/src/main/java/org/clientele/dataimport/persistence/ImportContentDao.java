package org.clientele.dataimport.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** The history of a vertical's imports. */
@Repository
public class ImportContentDao {
    private static final String OF_IMPORTS = "import_id IN (SELECT id FROM import_run WHERE vertical_id = :id)";

    private final Jdbi jdbi;
    private final OwnedRows rows;

    public ImportContentDao(Jdbi jdbi) {
        this.jdbi = jdbi;
        rows = new OwnedRows(
                jdbi,
                new Part("import_change", "id", OF_IMPORTS, ""),
                new Part("reference_change", "id", OF_IMPORTS, ""),
                new Part("import_run", "id", "vertical_id = :id", "imports"));
    }

    public OwnedRows rows() {
        return rows;
    }

    /** Names of the files with the rows that were rejected. */
    public List<String> rejectedFiles(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT rejected_file FROM import_run WHERE vertical_id = :vertical AND rejected_file IS NOT NULL")
                .bind("vertical", verticalId)
                .mapTo(String.class)
                .list());
    }

    /** Names of the files of all verticals with the rows that were rejected. */
    public Set<String> allRejectedFiles() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT rejected_file FROM import_run WHERE rejected_file IS NOT NULL")
                        .mapTo(String.class)
                        .set());
    }
}
