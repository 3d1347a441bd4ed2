package org.clientele.cases.persistence;

import java.util.List;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** The rows that belong to a vertical's cases, and to cases that an import brought back. */
@Repository
public class CaseRowsDao {
    private final OwnedRows ofVertical;
    private final OwnedRows imported;
    private final String importedCases;
    private final Jdbi jdbi;

    public CaseRowsDao(Jdbi jdbi) {
        String vertical = "vertical_id = :id";
        String run =
                "import_id = :id AND NOT EXISTS (SELECT 1 FROM service_case m WHERE m.merged_into = service_case.id"
                        + " AND (m.import_id IS NULL OR m.import_id <> :id))";
        ofVertical = new OwnedRows(
                jdbi,
                part("case_event", "case_id", vertical),
                part("case_step", "case_id", vertical),
                part("case_interaction", "case_id", vertical),
                part("case_watcher", "case_id", vertical),
                part("case_relation", "case_id", vertical),
                new Part("case_attachment", "id", "case_id IN " + cases(vertical), "case-files"),
                new Part("service_case", "id", vertical + " AND merged_into IS NOT NULL", ""),
                new Part("service_case", "id", vertical, "cases"),
                new Part("case_number", "vertical_id", vertical, ""),
                new Part("case_policy", "vertical_id", vertical, "case-policy"));
        this.jdbi = jdbi;
        importedCases = cases(run);
        imported = new OwnedRows(
                jdbi,
                part("case_event", "case_id", run),
                part("case_step", "case_id", run),
                part("case_interaction", "case_id", run),
                part("case_watcher", "case_id", run),
                part("case_relation", "case_id", run),
                part("case_relation", "related_id", run),
                new Part("service_case", "id", run + " AND merged_into IS NOT NULL", ""),
                new Part("service_case", "id", run, ""));
    }

    public OwnedRows ofVertical() {
        return ofVertical;
    }

    OwnedRows imported() {
        return imported;
    }

    /** Generated names of some of the files of cases that the import brought back. */
    List<String> importedFiles(long importId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT stored_name FROM case_attachment WHERE case_id IN "
                        + importedCases + " ORDER BY id FETCH FIRST " + limit + " ROWS ONLY")
                .bind("id", importId)
                .mapTo(String.class)
                .list());
    }

    private static Part part(String table, String key, String whose) {
        return new Part(table, key, key + " IN " + cases(whose), "");
    }

    private static String cases(String whose) {
        return "(SELECT id FROM service_case WHERE " + whose + ")";
    }
}
