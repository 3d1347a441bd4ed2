package org.clientele.segment;

import java.util.List;
import org.clientele.plugins.api.ModelDefinition;

/**
 * A model as somebody wishes to make it.
 *
 * @param name what it is called
 * @param purpose what it is for; may be empty
 * @param segments what its segments are called, best first; a copy brings its own
 * @param start what it is made of
 */
public record NewModel(LocalName name, LocalName purpose, List<LocalName> segments, Start start) {
    public NewModel {
        segments = List.copyOf(segments);
    }

    /** What a model is made of. What else can be set starts with what splits customers evenly, and is edited in the studio. */
    public sealed interface Start {
        /** Conditions that are still to be written. */
        record Conditions(ModelDefinition.Rules.Match match) implements Start {}

        /** @param metric that is cut into tiers */
        record Tiers(String metric) implements Start {}

        /**
         * Two numbers, each in levels: as many segments as cells, row by row, lowest values first.
         *
         * @param rowLevels from 2 to {@link #MOST_LEVELS}
         * @param columnLevels from 2 to {@link #MOST_LEVELS}
         */
        record Matrix(String rows, String columns, int rowLevels, int columnLevels) implements Start {
            /** More would be a grid that nobody can tell apart. */
            public static final int MOST_LEVELS = 4;
        }

        /** @param fields numbers by which customers are alike */
        record Clusters(List<String> fields) implements Start {
            public Clusters {
                fields = List.copyOf(fields);
            }
        }

        /** What customers without a contract will be worth; as {@link ModelDefinition.Clv}. */
        record Lifetime(String activity, ModelDefinition.Clv.Purchases purchases, double weeks, double yearlyDiscount)
                implements Start {}

        /** How likely customers are to leave; as {@link ModelDefinition.Churn}. Segments from the least to the greatest risk. */
        record Churn(String outcome, List<String> features) implements Start {
            public Churn {
                features = List.copyOf(features);
            }
        }

        /** What another model sets now, with its segments. */
        record CopyOf(String model) implements Start {}
    }
}
