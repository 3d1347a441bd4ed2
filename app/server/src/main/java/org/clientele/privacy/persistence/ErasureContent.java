package org.clientele.privacy.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Proofs of erasure in a vertical, deleted with it; the audit keeps that there were erasures. */
@Repository
@Order(10)
public class ErasureContent extends OwnedContent {
    public ErasureContent(Jdbi jdbi) {
        super(new OwnedRows(jdbi, new Part("erasure_proof", "id", "vertical_id = :id", "erasures")));
    }
}
