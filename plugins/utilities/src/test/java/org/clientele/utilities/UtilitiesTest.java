package org.clientele.utilities;

import java.util.Set;
import org.clientele.plugins.testing.VerticalContractTest;

class UtilitiesTest extends VerticalContractTest {
    /** Labels for filters and reports: what to do follows from the other models. */
    @Override
    protected Set<String> modelsWithoutStrategies() {
        return Set.of("risk_label", "trend");
    }
}
