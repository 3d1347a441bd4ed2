package org.clientele.plugin;

import java.util.List;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/** A definition like another one but for some parts. */
public final class DefinitionBuilder {
    private final VerticalDefinition base;
    private List<AttributeDefinition> attributes;
    private List<MetricDefinition> metrics;
    private List<ModelDefinition> models;
    private List<StrategyDefinition> strategies;
    private List<CheckDefinition> checks;
    private List<GuideDefinition> guides;
    private List<WorkflowDefinition> workflows;
    private @Nullable ProgrammeDefinition programme;
    private List<RightDefinition> rights;

    private DefinitionBuilder(VerticalDefinition base) {
        this.base = base;
        attributes = base.attributes();
        metrics = base.metrics();
        models = base.models();
        strategies = base.strategies();
        checks = base.checks();
        guides = base.guides();
        workflows = base.workflows();
        programme = base.programme();
        rights = base.rights();
    }

    public static DefinitionBuilder like(VerticalDefinition base) {
        return new DefinitionBuilder(base);
    }

    public DefinitionBuilder attributes(AttributeDefinition... others) {
        attributes = List.of(others);
        return this;
    }

    public DefinitionBuilder metrics(MetricDefinition... others) {
        metrics = List.of(others);
        return this;
    }

    public DefinitionBuilder models(ModelDefinition... others) {
        models = List.of(others);
        return this;
    }

    public DefinitionBuilder strategies(StrategyDefinition... others) {
        strategies = List.of(others);
        return this;
    }

    public DefinitionBuilder checks(CheckDefinition... others) {
        checks = List.of(others);
        return this;
    }

    public DefinitionBuilder guides(GuideDefinition... others) {
        guides = List.of(others);
        return this;
    }

    public DefinitionBuilder workflows(WorkflowDefinition... others) {
        workflows = List.of(others);
        return this;
    }

    public DefinitionBuilder programme(ProgrammeDefinition other) {
        programme = other;
        return this;
    }

    public DefinitionBuilder rights(RightDefinition... others) {
        rights = List.of(others);
        return this;
    }

    public VerticalDefinition build() {
        return new VerticalDefinition(
                base.id(),
                base.icon(),
                base.currency(),
                base.primaryActivity(),
                base.valueMetric(),
                attributes,
                base.activities(),
                metrics,
                models,
                strategies,
                base.imports(),
                base.tiles(),
                base.sample(),
                base.references(),
                checks,
                guides,
                base.reports(),
                workflows,
                base.screens(),
                programme,
                rights);
    }
}
