package org.clientele.segment.persistence;

import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.OwnedContent;
import org.jdbi.v3.core.Jdbi;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Memberships and models of a vertical, to be counted and deleted with it. */
@Repository
@Order(20)
public class SegmentContent extends OwnedContent {
    public SegmentContent(Jdbi jdbi) {
        super(new OwnedRows(
                jdbi,
                new Part("membership", "customer_id", "vertical_id = :id", "memberships"),
                new Part("membership_end", "customer_id", "vertical_id = :id", ""),
                new Part("segment_key", "id", "vertical_id = :id", ""),
                new Part("recompute_run", "id", "vertical_id = :id", ""),
                new Part("model_version", "id", "vertical_id = :id", "models"),
                new Part("model_draft", "id", "vertical_id = :id", "drafts"),
                new Part("own_model", "id", "vertical_id = :id", "own-models"),
                new Part("model_review", "vertical_id", "vertical_id = :id", "")));
    }
}
