package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vertical: everything the portal of one industry is drawn and computed from.
 *
 * @param id {@code [a-z][a-z0-9-]{2,40}}, equal to the plugin's id
 * @param icon a name from the portal's icon set
 * @param currency ISO 4217 code proposed when the vertical is enabled; the portal keeps one currency per vertical
 * @param primaryActivity id of the activity that carries the vertical's revenue
 * @param valueMetric id of the metric that stands for a customer's value in sums and charts
 * @param attributes customer attributes in display order
 * @param activities kinds of activity
 * @param metrics metrics; a formula may use metrics declared before it
 * @param models models in display order
 * @param strategies strategies per segment
 * @param imports import presets
 * @param tiles tiles of the overview in display order
 * @param sample the sample-data recipe, or null
 * @param references keyed lists that customers and activities point to
 * @param checks what must hold for certain customers
 * @param guides cards that tell staff how to deal with a kind of customer
 * @param reports tables to read, print and export, in display order
 * @param workflows steps that a matter goes through
 * @param screens screens that the plugin draws itself
 * @param programme the loyalty programme, or null
 * @param rights what roles may do from the start, where it is less than the portal allows
 * @param articles short articles for staff
 */
public record VerticalDefinition(
        String id,
        String icon,
        String currency,
        String primaryActivity,
        String valueMetric,
        List<AttributeDefinition> attributes,
        List<ActivityDefinition> activities,
        List<MetricDefinition> metrics,
        List<ModelDefinition> models,
        List<StrategyDefinition> strategies,
        List<ImportPreset> imports,
        List<TileDefinition> tiles,
        @Nullable SampleRecipe sample,
        List<ReferenceDefinition> references,
        List<CheckDefinition> checks,
        List<GuideDefinition> guides,
        List<ReportDefinition> reports,
        List<WorkflowDefinition> workflows,
        List<ScreenDefinition> screens,
        @Nullable ProgrammeDefinition programme,
        List<RightDefinition> rights,
        List<ArticleDefinition> articles) {
    public VerticalDefinition {
        attributes = List.copyOf(attributes);
        activities = List.copyOf(activities);
        metrics = List.copyOf(metrics);
        models = List.copyOf(models);
        strategies = List.copyOf(strategies);
        imports = List.copyOf(imports);
        tiles = List.copyOf(tiles);
        references = List.copyOf(references);
        checks = List.copyOf(checks);
        guides = List.copyOf(guides);
        reports = List.copyOf(reports);
        workflows = List.copyOf(workflows);
        screens = List.copyOf(screens);
        rights = List.copyOf(rights);
        articles = List.copyOf(articles);
    }

    /** A vertical of customers, activities, metrics and models alone. */
    public VerticalDefinition(
            String id,
            String icon,
            String currency,
            String primaryActivity,
            String valueMetric,
            List<AttributeDefinition> attributes,
            List<ActivityDefinition> activities,
            List<MetricDefinition> metrics,
            List<ModelDefinition> models,
            List<StrategyDefinition> strategies,
            List<ImportPreset> imports,
            List<TileDefinition> tiles,
            @Nullable SampleRecipe sample) {
        this(
                id,
                icon,
                currency,
                primaryActivity,
                valueMetric,
                attributes,
                activities,
                metrics,
                models,
                strategies,
                imports,
                tiles,
                sample,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    /** The same vertical with other models, in the same order. */
    public VerticalDefinition withModels(List<ModelDefinition> others) {
        return with(activities, metrics, others, strategies, articles);
    }

    /** The same vertical with other strategies. */
    public VerticalDefinition withStrategies(List<StrategyDefinition> others) {
        return with(activities, metrics, models, others, articles);
    }

    /** The same vertical with other articles. */
    public VerticalDefinition withArticles(List<ArticleDefinition> others) {
        return with(activities, metrics, models, strategies, others);
    }

    /** The same vertical with other kinds of activity and other metrics. */
    public VerticalDefinition withActivities(List<ActivityDefinition> others, List<MetricDefinition> computed) {
        return with(others, computed, models, strategies, articles);
    }

    private VerticalDefinition with(
            List<ActivityDefinition> activities,
            List<MetricDefinition> metrics,
            List<ModelDefinition> models,
            List<StrategyDefinition> strategies,
            List<ArticleDefinition> articles) {
        return new VerticalDefinition(
                id,
                icon,
                currency,
                primaryActivity,
                valueMetric,
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
                screens,
                programme,
                rights,
                articles);
    }

    /** The attribute of that id, or null. */
    public @Nullable AttributeDefinition attribute(String id) {
        return attributes.stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
    }

    /** The activity of that id, or null. */
    public @Nullable ActivityDefinition activity(String id) {
        return activities.stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
    }

    /** The metric of that id, or null. */
    public @Nullable MetricDefinition metric(String id) {
        return metrics.stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
    }

    /** The model of that id, or null. */
    public @Nullable ModelDefinition model(String id) {
        return models.stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
    }

    /** The reference of that id, or null. */
    public @Nullable ReferenceDefinition reference(String id) {
        return references.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
    }

    /** The report of that id, or null. */
    public @Nullable ReportDefinition report(String id) {
        return reports.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
    }

    /** The workflow of that id, or null. */
    public @Nullable WorkflowDefinition workflow(String id) {
        return workflows.stream().filter(w -> w.id().equals(id)).findFirst().orElse(null);
    }

    /** The screen of that id, or null. */
    public @Nullable ScreenDefinition screen(String id) {
        return screens.stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
    }
}
