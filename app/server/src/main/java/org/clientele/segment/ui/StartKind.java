package org.clientele.segment.ui;

import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ChurnChanges;
import org.clientele.segment.Measures;
import org.clientele.segment.Studio;

/** The ways to segment that can be begun in the portal. */
enum StartKind {
    RULES,
    LABELS,
    TIERS,
    RFM,
    MATRIX,
    LIFE_CYCLE,
    CLUSTERS,
    LIFETIME,
    CHURN,
    COPY;

    /** Whether the vertical has what it takes. */
    boolean fits(VerticalDefinition vertical) {
        return switch (this) {
            case RULES, LABELS -> true;
            case TIERS -> !Measures.metrics(vertical).isEmpty();
            case RFM ->
                !Measures.daysSince(vertical).isEmpty()
                        && Measures.growing(vertical).size() >= Measures.FEWEST;
            case LIFE_CYCLE ->
                !Measures.daysSince(vertical).isEmpty()
                        && !Measures.counts(vertical).isEmpty();
            case MATRIX, CLUSTERS -> Measures.growingNumbers(vertical).size() >= Measures.FEWEST;
            case LIFETIME -> !Measures.purchases(vertical).isEmpty();
            case CHURN -> !ChurnChanges.learnable(vertical).isEmpty();
            case COPY -> vertical.models().stream().anyMatch(Studio::canEdit);
        };
    }
}
