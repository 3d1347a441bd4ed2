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
        @Nullable SampleRecipe sample) {
    public VerticalDefinition {
        attributes = List.copyOf(attributes);
        activities = List.copyOf(activities);
        metrics = List.copyOf(metrics);
        models = List.copyOf(models);
        strategies = List.copyOf(strategies);
        imports = List.copyOf(imports);
        tiles = List.copyOf(tiles);
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
}
