package org.clientele.segment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
         * How recently, how often and for how much somebody buys, each scored in fifths: as many segments as {@link #LABELS}, in the order of
         * the grid that {@link ModelStarts} lays.
         */
        record Rfm(String recency, String frequency, String monetary) implements Start {
            /** From champions to lost. */
            public static final int LABELS = 11;
        }

        /**
         * The stages from the first interest to the last purchase: as many segments as {@link #STAGES}, best first: mature, growing, new,
         * potential, declining, lapsed.
         *
         * @param recency days since the last purchase, of which there are none before the first
         * @param purchases how many
         * @param names what the thresholds are called
         */
        record LifeCycle(String recency, String purchases, Map<Threshold, LocalName> names) implements Start {
            public static final int STAGES = 6;

            public LifeCycle {
                names = Map.copyOf(names);
            }

            /** Where one stage ends and another one begins. */
            public enum Threshold {
                DECLINE_DAYS(180),
                LAPSE_DAYS(365),
                MATURE_PURCHASES(6);

                private final int usual;

                Threshold(int usual) {
                    this.usual = usual;
                }

                /** As conditions write it. */
                public String id() {
                    return name().toLowerCase(Locale.ROOT);
                }

                /** What it begins with. */
                double usual() {
                    return usual;
                }
            }
        }

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
