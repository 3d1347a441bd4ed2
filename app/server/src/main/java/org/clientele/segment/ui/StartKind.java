package org.clientele.segment.ui;

import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ModelReferences;
import org.clientele.segment.Studio;

/** The ways to segment that can be begun in the portal. */
enum StartKind {
    RULES,
    LABELS,
    TIERS,
    MATRIX,
    CLUSTERS,
    LIFETIME,
    CHURN,
    COPY;

    private static final int NUMBERS_OF_A_MATRIX = 2;

    /** Whether the vertical has what it takes. */
    boolean fits(VerticalDefinition vertical) {
        return switch (this) {
            case RULES, LABELS -> true;
            case TIERS -> !ModelReferences.metrics(vertical).isEmpty();
            case MATRIX, CLUSTERS -> ModelReferences.numbers(vertical).size() >= NUMBERS_OF_A_MATRIX;
            case LIFETIME -> !ModelReferences.purchases(vertical).isEmpty();
            case CHURN -> !ModelReferences.fields(vertical).isEmpty();
            case COPY -> vertical.models().stream().anyMatch(Studio::canEdit);
        };
    }
}
