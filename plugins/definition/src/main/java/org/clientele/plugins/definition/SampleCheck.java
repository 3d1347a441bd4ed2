package org.clientele.plugins.definition;

import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.VerticalDefinition;

/** The sample's activity exists and carries money. */
final class SampleCheck implements DefinitionCheck {
    @Override
    public void check(VerticalDefinition vertical, Report report) {
        SampleRecipe sample = vertical.sample();
        if (sample != null) {
            new Declared(vertical, report).requireRevenue("/sample/activity", sample.activity());
        }
    }
}
