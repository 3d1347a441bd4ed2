package org.clientele.privacy.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.ContentCount;
import org.clientele.plugin.VerticalContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Proofs of erasure in a vertical, deleted with it; the audit keeps that there were erasures. */
@Repository
@Order(10)
public class ErasureContent implements VerticalContent {
    private final OwnedRows rows;

    public ErasureContent(Jdbi jdbi) {
        rows = new OwnedRows(jdbi, new Part("erasure_proof", "id", "vertical_id = :id", "erasures"));
    }

    @Override
    public Set<String> tables() {
        return rows.tables();
    }

    @Override
    public List<ContentCount> count(int verticalId) {
        return ContentCount.of(rows.count(verticalId));
    }

    @Override
    public int deletePiece(int verticalId) {
        return rows.deletePiece(verticalId);
    }
}
