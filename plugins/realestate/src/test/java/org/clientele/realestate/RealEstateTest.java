package org.clientele.realestate;

import java.util.Set;
import org.clientele.plugins.testing.VerticalContractTest;

class RealEstateTest extends VerticalContractTest {
    /** A grouping for filters and reports: what to do follows from the other models. */
    @Override
    protected Set<String> modelsWithoutStrategies() {
        return Set.of("budget_tier");
    }
}
