package org.clientele.plugin;

import java.util.List;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.GuideDefinition;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.RightDefinition;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.WorkflowDefinition;
import org.jspecify.annotations.Nullable;

/** A definition like another one but for some parts. */
public final class DefinitionBuilder {
    private final VerticalDefinition base;
    private List<AttributeDefinition> attributes;
    private List<ActivityDefinition> activities;
    private List<MetricDefinition> metrics;
    private List<ModelDefinition> models;
    private List<StrategyDefinition> strategies;
    private List<ImportPreset> imports;
    private List<ReferenceDefinition> references;
    private @Nullable SampleRecipe sample;
    private List<CheckDefinition> checks;
    private List<GuideDefinition> guides;
    private List<WorkflowDefinition> workflows;
    private @Nullable ProgrammeDefinition programme;
    private List<RightDefinition> rights;
    private List<ReportDefinition> reports;
    private List<TileDefinition> tiles;

    private DefinitionBuilder(VerticalDefinition base) {
        this.base = base;
        attributes = base.attributes();
        activities = base.activities();
        metrics = base.metrics();
        models = base.models();
        strategies = base.strategies();
        imports = base.imports();
        references = base.references();
        sample = base.sample();
        checks = base.checks();
        guides = base.guides();
        workflows = base.workflows();
        programme = base.programme();
        rights = base.rights();
        reports = base.reports();
        tiles = base.tiles();
    }

    public static DefinitionBuilder like(VerticalDefinition base) {
        return new DefinitionBuilder(base);
    }

    public DefinitionBuilder attributes(AttributeDefinition... others) {
        attributes = List.of(others);
        return this;
    }

    public DefinitionBuilder activities(ActivityDefinition... others) {
        activities = List.of(others);
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

    public DefinitionBuilder imports(ImportPreset... others) {
        imports = List.of(others);
        return this;
    }

    public DefinitionBuilder references(ReferenceDefinition... others) {
        references = List.of(others);
        return this;
    }

    public DefinitionBuilder sample(SampleRecipe other) {
        sample = other;
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

    public DefinitionBuilder reports(List<ReportDefinition> others) {
        reports = List.copyOf(others);
        return this;
    }

    public DefinitionBuilder tiles(TileDefinition... others) {
        tiles = List.of(others);
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
                activities,
                metrics,
                models,
                strategies,
                imports,
                tiles,
                sample,
                references,
                checks,
                guides,
                reports,
                workflows,
                base.screens(),
                programme,
                rights,
                base.articles());
    }
}
