package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.statistics.Feature;
import org.clientele.plugins.api.ModelDefinition;

/** The columns that a churn model learns from. Levels stand in the order of their texts, so that the order of rows has no say. */
final class ChurnFeatures {
    private static final int MOST_LEVELS = 500;
    private static final List<String> FLAG = List.of("false", "true");

    private ChurnFeatures() {}

    static List<Feature> of(ModelDefinition.Churn model, ModelContext context) {
        List<Feature> features = new ArrayList<>();
        for (String id : model.features()) {
            Column column = context.column(id);
            if (column == null) {
                throw new IllegalArgumentException(
                        "Model %s learns from %s, which is no attribute or metric".formatted(model.id(), id));
            }
            features.add(feature(model, id, column));
        }
        return features;
    }

    private static Feature feature(ModelDefinition.Churn model, String id, Column column) {
        return switch (column) {
            case MeasureColumn measure -> new Feature.Amount(id, measure::asDouble);
            case FlagColumn flag -> new Feature.Choice(id, FLAG, flag::get);
            case CodeColumn codes when codes.dictionary().size() <= MOST_LEVELS -> choice(id, codes);
            case CodeColumn codes ->
                throw new IllegalArgumentException(
                        "Model %s cannot learn from %s: it has %d different values, and at most %d may be learnt from"
                                .formatted(model.id(), id, codes.dictionary().size(), MOST_LEVELS));
        };
    }

    private static Feature choice(String id, CodeColumn codes) {
        Dictionary dictionary = codes.dictionary();
        String[] levels = new String[dictionary.size()];
        int[] ranks =
                IntStream.range(0, dictionary.size()).map(dictionary::rank).toArray();
        for (int code = 0; code < levels.length; code++) {
            levels[ranks[code]] = dictionary.text(code);
        }
        return new Feature.Choice(id, List.of(levels), row -> {
            int code = codes.get(row);
            return code == CodeColumn.MISSING ? -1 : ranks[code];
        });
    }
}
