package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.VerticalDefinition;
import tools.jackson.databind.JsonNode;

/** Something the schema cannot say about a definition. */
interface DefinitionCheck {
    /** All checks of the definition made from that tree; each leaves alone what another one reports. */
    static List<DefinitionCheck> all(JsonNode root) {
        return List.of(
                new IdCheck(),
                new OnceCheck(),
                new AliasCheck(),
                new FieldCheck(),
                new MetricCheck(),
                new ModelCheck(root.path("models")),
                new StrategyCheck(),
                new RequirementCheck(),
                new GuideCheck(),
                new ArticleCheck(),
                new WorkflowCheck(),
                new ReportCheck(),
                new TileCheck(),
                new ProgrammeCheck(),
                new ImportCheck(),
                new SampleCheck());
    }

    void check(VerticalDefinition vertical, Report report);
}
