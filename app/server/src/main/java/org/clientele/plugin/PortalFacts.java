package org.clientele.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * What the portal itself knows of the customers of every vertical, told as an activity with metrics, so that conditions, lists and models speak
 * of it as of what a plugin declares. Its rows lie in the feature's own tables: there is no typed table of the activity, and nobody imports it.
 */
public interface PortalFacts {
    ActivityDefinition activity();

    /** Metrics of the activity. */
    List<MetricDefinition> metrics();

    /** Their texts, under the keys of {@link Texts}. */
    Texts.Bundles texts();

    /**
     * The vertical with these facts. What a plugin calls by the same name goes before: then its customers have no such activity here, or no such
     * metric.
     */
    default Vertical in(Vertical vertical) {
        VerticalDefinition definition = vertical.definition();
        if (definition.activity(activity().id()) != null) {
            return vertical;
        }
        Set<String> taken = new HashSet<>();
        definition.attributes().stream().map(AttributeDefinition::id).forEach(taken::add);
        definition.metrics().stream().map(MetricDefinition::id).forEach(taken::add);
        List<ActivityDefinition> activities = new ArrayList<>(definition.activities());
        activities.add(activity());
        List<MetricDefinition> metrics = new ArrayList<>(definition.metrics());
        metrics().stream().filter(metric -> !taken.contains(metric.id())).forEach(metrics::add);
        return vertical.with(definition.withActivities(activities, metrics), worded(vertical.texts()));
    }

    private Texts.Bundles worded(Texts.Bundles own) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        own.byLanguage().forEach((language, words) -> texts.put(language, new HashMap<>(words)));
        texts().byLanguage().forEach((language, words) -> {
            Map<String, String> all = texts.computeIfAbsent(language, none -> new HashMap<>());
            words.forEach(all::putIfAbsent);
        });
        return new Texts.Bundles(texts);
    }
}
