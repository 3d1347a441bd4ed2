package org.clientele.segment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant sets in a model in place of what the plugin says; lists as in the model's definition. It says all that can be set, also what
 * is left as the plugin has it: borders belong to the metric that they were made for.
 */
public sealed interface ModelChange {
    /** Id of the model. */
    String model();

    /** The change that changes nothing; empty for a model that has nothing to set. */
    static Optional<ModelChange> of(ModelDefinition model) {
        return switch (model) {
            case ModelDefinition.Rfm rfm -> Optional.of(Rfm.of(rfm));
            case ModelDefinition.Tiers tiers -> Optional.of(Tiers.of(tiers));
            case ModelDefinition.Rules rules -> Optional.of(Rules.of(rules));
            case ModelDefinition.LifeCycle cycle -> Optional.of(LifeCycle.of(cycle));
            case ModelDefinition.Matrix matrix -> Optional.of(Matrix.of(matrix));
            case ModelDefinition.Churn churn -> Optional.of(Churn.of(churn));
            case ModelDefinition.Clusters clusters -> Optional.of(Clusters.of(clusters));
            case ModelDefinition.Clv clv -> Optional.of(Clv.of(clv));
            case ModelDefinition.Custom _ -> Optional.empty();
        };
    }

    /**
     * Measures, cut points, weights and labels of an RFM model.
     *
     * @param recency metric in days
     * @param frequency metric of which more is better
     * @param monetary metric of which more is better
     * @param recencyCuts four ascending cut points in days, or empty: percentiles
     * @param frequencyCuts four ascending cut points, or empty: percentiles
     * @param monetaryCuts four ascending cut points in major units, or empty: percentiles
     * @param weights three positive weights
     * @param grid segment by recency score and level: five rows of five
     */
    record Rfm(
            String model,
            String recency,
            String frequency,
            String monetary,
            List<Double> recencyCuts,
            List<Double> frequencyCuts,
            List<Double> monetaryCuts,
            List<Double> weights,
            List<List<String>> grid)
            implements ModelChange {
        public Rfm {
            recencyCuts = List.copyOf(recencyCuts);
            frequencyCuts = List.copyOf(frequencyCuts);
            monetaryCuts = List.copyOf(monetaryCuts);
            weights = List.copyOf(weights);
            grid = grid.stream().map(List::copyOf).toList();
        }

        /** The change that changes nothing. */
        public static Rfm of(ModelDefinition.Rfm model) {
            return new Rfm(
                    model.id(),
                    model.recency(),
                    model.frequency(),
                    model.monetary(),
                    model.recencyCuts(),
                    model.frequencyCuts(),
                    model.monetaryCuts(),
                    model.weights(),
                    model.grid());
        }
    }

    /**
     * Axes and segments of a matrix; as many levels as the plugin has.
     *
     * @param rows what the rows are made of and how they are cut
     * @param columns what the columns are made of and how they are cut
     * @param grid segment ids by row level and column level, lowest values first
     */
    record Matrix(String model, Cuts rows, Cuts columns, List<List<String>> grid) implements ModelChange {
        public Matrix {
            grid = grid.stream().map(List::copyOf).toList();
        }

        /** The change that changes nothing. */
        public static Matrix of(ModelDefinition.Matrix model) {
            return new Matrix(model.id(), Cuts.of(model.rows()), Cuts.of(model.columns()), model.grid());
        }

        /** Ascending cuts of a measure, read by the method. @param metric an attribute, a metric or what a model before foretells */
        public record Cuts(String metric, ModelDefinition.Matrix.Method method, List<Double> cuts) {
            public Cuts {
                cuts = List.copyOf(cuts);
            }

            static Cuts of(ModelDefinition.Matrix.Axis axis) {
                return new Cuts(axis.metric(), axis.method(), axis.cuts());
            }
        }
    }

    /**
     * What a risk of leaving is learnt from and how it is cut.
     *
     * @param features attributes and metrics
     * @param borders ascending probabilities from which the segments of risk but the first start
     */
    record Churn(String model, List<String> features, List<Double> borders) implements ModelChange {
        public Churn {
            features = List.copyOf(features);
            borders = List.copyOf(borders);
        }

        /** The change that changes nothing. */
        public static Churn of(ModelDefinition.Churn model) {
            return new Churn(model.id(), model.features(), model.borders());
        }
    }

    /**
     * How a lifetime value foretells and how it is cut into tiers.
     *
     * @param purchases how buying and leaving are modelled
     * @param weeks how far to look ahead
     * @param yearlyDiscount what a sum in a year is worth less than now: 0.1 for 10 %
     * @param method how the borders are read
     * @param borders best first
     */
    record Clv(
            String model,
            ModelDefinition.Clv.Purchases purchases,
            double weeks,
            double yearlyDiscount,
            ModelDefinition.Tiers.Method method,
            List<Double> borders)
            implements ModelChange {
        /** The farthest that can be looked ahead, as in a plugin. */
        public static final double MOST_WEEKS = 520;

        /** The greatest yearly discount, as in a plugin. */
        public static final double MOST_DISCOUNT = 10;

        public Clv {
            borders = List.copyOf(borders);
        }

        /** The change that changes nothing. */
        public static Clv of(ModelDefinition.Clv model) {
            return new Clv(
                    model.id(),
                    model.purchases(),
                    model.weeks(),
                    model.yearlyDiscount(),
                    model.method(),
                    model.borders());
        }

        /** Whether one can look so far ahead. */
        public static boolean isWeeks(double weeks) {
            return weeks > 0 && weeks <= MOST_WEEKS;
        }

        /** Whether later money can be worth so much less. */
        public static boolean isDiscount(double yearlyDiscount) {
            return yearlyDiscount >= 0 && yearlyDiscount <= MOST_DISCOUNT;
        }

        /** The tiers that the value is cut into. */
        public Tiers tiers() {
            return new Tiers(model, ModelDefinition.Clv.VALUE, method, borders);
        }
    }

    /**
     * What tiers are cut by.
     *
     * @param metric the metric; of the tiers of a lifetime value {@link ModelDefinition.Clv#VALUE}
     * @param method how the borders are read
     * @param borders best first
     */
    record Tiers(String model, String metric, ModelDefinition.Tiers.Method method, List<Double> borders)
            implements ModelChange {
        public Tiers {
            borders = List.copyOf(borders);
        }

        /** The change that changes nothing. */
        public static Tiers of(ModelDefinition.Tiers model) {
            return new Tiers(model.id(), model.metric(), model.method(), model.borders());
        }
    }

    /**
     * By which numbers how many groups of like customers are found, or which rules say so, and what they are called.
     *
     * @param fields attributes and metrics that are numbers
     * @param count how many groups
     * @param seed of the starts that are tried
     * @param frozen rules in place of finding groups; empty: they are found
     * @param names by segment and language tag; where there is none the plugin's text stands
     */
    record Clusters(
            String model,
            List<String> fields,
            int count,
            long seed,
            List<ModelDefinition.Rule> frozen,
            Map<String, Map<String, String>> names)
            implements ModelChange {
        public Clusters {
            fields = List.copyOf(fields);
            frozen = List.copyOf(frozen);
            names = Map.copyOf(names);
        }

        /** The change that changes nothing. */
        public static Clusters of(ModelDefinition.Clusters model) {
            return new Clusters(model.id(), model.fields(), model.count(), model.seed(), model.frozen(), model.names());
        }

        /** The same with another number of groups, which are found. */
        public Clusters with(int otherCount) {
            return new Clusters(model, fields, otherCount, seed, List.of(), names);
        }

        /** The same with rules that say who is in which group. */
        public Clusters freeze(List<ModelDefinition.Rule> rules) {
            return new Clusters(model, fields, count, seed, rules, names);
        }

        /** The same with other names. */
        public Clusters call(Map<String, Map<String, String>> others) {
            return new Clusters(model, fields, count, seed, frozen, others);
        }
    }

    /**
     * Ordered conditions.
     *
     * @param rules in order
     * @param otherwise the segment of customers who meet no rule, or null
     */
    record Rules(
            String model,
            List<ModelDefinition.Rule> rules,
            @Nullable String otherwise) implements ModelChange {
        public Rules {
            rules = List.copyOf(rules);
        }

        /** The change that changes nothing. */
        public static Rules of(ModelDefinition.Rules model) {
            return new Rules(model.id(), model.rules(), model.otherwise());
        }
    }

    /**
     * Thresholds and entry conditions of a life cycle.
     *
     * @param parameters thresholds by name, those that the plugin names
     * @param stages entry conditions in order
     */
    record LifeCycle(String model, Map<String, Double> parameters, List<ModelDefinition.Rule> stages)
            implements ModelChange {
        public LifeCycle {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            stages = List.copyOf(stages);
        }

        /** The change that changes nothing. */
        public static LifeCycle of(ModelDefinition.LifeCycle model) {
            return new LifeCycle(model.id(), model.parameters(), model.stages());
        }
    }
}
