package org.clientele.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;

/** Checks changes of groups of like customers, and puts their names among the texts of a vertical. */
final class ClusterChanges {
    private static final int LONGEST_NAME = 60;

    private ClusterChanges() {}

    static ModelDefinition apply(
            VerticalDefinition definition, ModelDefinition.Clusters plugin, ModelChange.Clusters change) {
        int most = plugin.segments().size();
        if (change.count() < 2 || change.count() > most) {
            throw new Problem("segment.problem.cluster-count", most);
        }
        requireFields(definition, plugin, change.fields());
        requireNames(plugin, change.names());
        if (!change.frozen().isEmpty()) {
            ConditionChanges.require(plugin, change.frozen(), Scope.model(definition, plugin.id(), Map.of()));
        }
        return new ModelDefinition.Clusters(
                plugin.id(),
                plugin.segments(),
                plugin.source(),
                plugin.population(),
                change.fields(),
                change.count(),
                change.seed(),
                change.frozen(),
                change.names());
    }

    /** What the plugin says is taken as it is. */
    private static void requireFields(
            VerticalDefinition definition, ModelDefinition.Clusters plugin, List<String> fields) {
        if (fields.equals(plugin.fields())) {
            return;
        }
        List<String> numbers = Measures.numbers(definition);
        fields.stream().filter(field -> !numbers.contains(field)).findFirst().ifPresent(field -> {
            throw new Problem("segment.problem.cluster-field", field);
        });
        int different = Set.copyOf(fields).size();
        if (different < fields.size() || different < Measures.FEWEST || different > Measures.MOST) {
            throw new Problem("segment.problem.cluster-fields", different, Measures.FEWEST, Measures.MOST);
        }
    }

    private static void requireNames(ModelDefinition plugin, Map<String, Map<String, String>> names) {
        List<String> known =
                plugin.segments().stream().map(SegmentDefinition::id).toList();
        names.forEach((segment, byLanguage) -> {
            if (!known.contains(segment)) {
                throw new Problem("segment.problem.no-segment", segment);
            }
            byLanguage.values().stream()
                    .filter(name -> name.isBlank() || name.length() > LONGEST_NAME)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Problem("segment.problem.cluster-name", LONGEST_NAME);
                    });
        });
    }

    /** The texts of a vertical with what its consultants call groups. */
    static Texts.Bundles named(Vertical vertical, VerticalDefinition definition) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        vertical.texts().byLanguage().forEach((language, own) -> texts.put(language, new HashMap<>(own)));
        boolean any = false;
        for (ModelDefinition model : definition.models()) {
            if (model instanceof ModelDefinition.Clusters clusters) {
                any |= !clusters.names().isEmpty();
                clusters.names()
                        .forEach((segment, byLanguage) -> byLanguage.forEach(
                                (language, name) -> texts.computeIfAbsent(language, other -> new HashMap<>())
                                        .put(Texts.segment(model.id(), segment), name)));
            }
        }
        return any ? new Texts.Bundles(texts) : vertical.texts();
    }
}
