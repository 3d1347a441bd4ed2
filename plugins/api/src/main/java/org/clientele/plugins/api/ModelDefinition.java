package org.clientele.plugins.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to segment the customers of a vertical. Segments are listed from best to worst: "the next better segment" is one that
 * stands earlier in the list.
 */
public sealed interface ModelDefinition {
    /** Lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the vertical. */
    String id();

    /** The segments, best first, each id once. */
    List<SegmentDefinition> segments();

    /** Id of where the rule comes from: paper, regulation, document ({@link Texts#source}); or null. */
    @Nullable
    String source();

    /** The segment of that id; fails when there is none. */
    default SegmentDefinition segment(String id) {
        for (SegmentDefinition segment : segments()) {
            if (segment.id().equals(id)) {
                return segment;
            }
        }
        throw new IllegalArgumentException("Model %s has no segment %s; it has %s"
                .formatted(
                        id(), id, segments().stream().map(SegmentDefinition::id).toList()));
    }

    /**
     * Recency, frequency and monetary value, each scored 1–5 with 5 best, mapped to labels over a 5 × 5 grid of the recency score
     * and the level of the other two.
     *
     * <p>The level of frequency and monetary value is their weighted mean rounded half up, 1–5. Customers without a value of one
     * of the three metrics (no purchase) are in no segment.
     *
     * @param recency metric in days since the last purchase; fewer is better
     * @param frequency metric; more is better
     * @param monetary metric; more is better
     * @param recencyCuts four ascending fixed cut points in days, or empty: 20/40/60/80th percentile by nearest rank
     * @param frequencyCuts four ascending fixed cut points, or empty: percentiles as above
     * @param monetaryCuts four ascending fixed cut points in major units of currency, or empty: percentiles as above
     * @param weights weights of recency, frequency, monetary value for the total score; positive; frequency and monetary also
     *     weight the level
     * @param grid segment ids by row (recency score 1…5) and column (level 1…5): {@code grid.get(r-1).get(level-1)}
     */
    record Rfm(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            String recency,
            String frequency,
            String monetary,
            List<Double> recencyCuts,
            List<Double> frequencyCuts,
            List<Double> monetaryCuts,
            List<Double> weights,
            List<List<String>> grid)
            implements ModelDefinition {
        public Rfm {
            segments = List.copyOf(segments);
            recencyCuts = List.copyOf(recencyCuts);
            frequencyCuts = List.copyOf(frequencyCuts);
            monetaryCuts = List.copyOf(monetaryCuts);
            weights = List.copyOf(weights);
            grid = grid.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Thresholds on one metric. Customers without a value are in no segment.
     *
     * @param metric the metric, more is better unless its definition says otherwise
     * @param method how {@code borders} are read
     * @param borders one number for each segment but the last, best first: {@link Method#FIXED} the least value of the segment;
     *     {@link Method#PERCENTILE} the share of customers in the segment (0.01 = best 1 %), equal values share the better tier;
     *     {@link Method#CUMULATIVE} the cumulative share of the metric's total at which the segment ends (0.8 = the customers who
     *     make up the first 80 %), equal values share the better tier
     */
    record Tiers(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            String metric,
            Method method,
            List<Double> borders)
            implements ModelDefinition {
        public Tiers {
            segments = List.copyOf(segments);
            borders = List.copyOf(borders);
        }

        /** How the borders of tiers are read. */
        public enum Method {
            FIXED,
            PERCENTILE,
            CUMULATIVE
        }
    }

    /**
     * Ordered conditions.
     *
     * @param match whether the first rule that holds decides, or every rule that holds labels
     * @param rules in order; a customer who meets none is in no segment unless {@code otherwise} is given
     * @param otherwise the segment of customers who meet no rule, or null
     * @param ranked whether the segments are ranked best first; false where none is better than another, such as age groups: then
     *     nobody is told what is missing for the "next better" one
     */
    record Rules(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            Match match,
            List<Rule> rules,
            @Nullable String otherwise,
            boolean ranked)
            implements ModelDefinition {
        public Rules {
            segments = List.copyOf(segments);
            rules = List.copyOf(rules);
        }

        /** Ranked rules. */
        public Rules(
                String id,
                List<SegmentDefinition> segments,
                @Nullable String source,
                Match match,
                List<Rule> rules,
                @Nullable String otherwise) {
            this(id, segments, source, match, rules, otherwise, true);
        }

        /** First rule wins, or all rules label. */
        public enum Match {
            FIRST,
            ALL
        }
    }

    /**
     * The stages of a customer's life, read from purchase behaviour. Stages are tried in the order of {@code stages}; the first
     * whose condition holds applies, so every customer is in exactly one stage when the last condition is {@code true}.
     *
     * @param parameters thresholds by name, in the order of their declaration; conditions use them as variables and reasons show
     *     them
     * @param stages entry condition per segment, in order of evaluation
     * @param course segment ids in the order in which a customer lives through them; charts draw the stages in this order
     */
    record LifeCycle(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            Map<String, Double> parameters,
            List<Rule> stages,
            List<String> course)
            implements ModelDefinition {
        public LifeCycle {
            segments = List.copyOf(segments);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            stages = List.copyOf(stages);
            course = List.copyOf(course);
        }

        /** A life cycle whose course is the order of its segments. */
        public LifeCycle(
                String id,
                List<SegmentDefinition> segments,
                @Nullable String source,
                Map<String, Double> parameters,
                List<Rule> stages) {
            this(
                    id,
                    segments,
                    source,
                    parameters,
                    stages,
                    segments.stream().map(SegmentDefinition::id).toList());
        }
    }

    /**
     * Two metrics, each cut into levels, and a segment for each cell: current × potential value, customers × margin. Customers
     * outside the population or without a value of one of the two are in no segment.
     *
     * @param population whom it concerns; null: everybody
     * @param rows what the rows are made of
     * @param columns what the columns are made of
     * @param grid segment ids by row level and column level, lowest values first: {@code grid.get(row).get(column)}
     */
    record Matrix(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            @Nullable String population,
            Axis rows,
            Axis columns,
            List<List<String>> grid)
            implements ModelDefinition {
        public Matrix {
            segments = List.copyOf(segments);
            grid = grid.stream().map(List::copyOf).toList();
        }

        /** A matrix of everybody. */
        public Matrix(
                String id,
                List<SegmentDefinition> segments,
                @Nullable String source,
                Axis rows,
                Axis columns,
                List<List<String>> grid) {
            this(id, segments, source, null, rows, columns, grid);
        }

        /**
         * A metric or numeric attribute in levels. Level 0 holds the smallest values.
         *
         * @param metric id of the metric or attribute
         * @param method how the cuts are read
         * @param cuts ascending, one less than the levels: {@link Method#FIXED} the least value of the next level (in major units for
         *     money); {@link Method#PERCENTILE} shares of customers between 0 and 1: a value belongs above a cut when it is larger
         *     than the percentile by nearest rank, so that equal values share a level
         */
        public record Axis(String metric, Method method, List<Double> cuts) {
            public Axis {
                cuts = List.copyOf(cuts);
            }
        }

        /** How the cuts of an axis are read. */
        public enum Method {
            FIXED,
            PERCENTILE
        }
    }

    /**
     * How likely customers are to leave, by regularised logistic regression on declared features, learnt from those whose outcome is
     * known; the probability is cut into segments. Segments stand from the least to the greatest risk.
     *
     * @param population whom it concerns; null: everybody
     * @param outcome the condition that says that a customer has left
     * @param features ids of attributes and metrics that were known before the outcome; choices and flags count one for each value,
     *     numbers are standardised, missing values count as a feature of their own
     * @param borders ascending probabilities, one for each segment but the first and {@code left}: the least probability of the segment
     * @param left the segment of customers for whom the outcome already holds, the last of {@code segments}; or null: they are in none
     */
    record Churn(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            @Nullable String population,
            String outcome,
            List<String> features,
            List<Double> borders,
            @Nullable String left)
            implements ModelDefinition {
        public Churn {
            segments = List.copyOf(segments);
            features = List.copyOf(features);
            borders = List.copyOf(borders);
        }
    }

    /**
     * Groups of customers who are alike, found by k-means over standardised numbers. None of them is better than another; the largest is
     * the first segment. Customers without a value of one of the numbers are in no segment.
     *
     * @param segments a segment for each group there may be; as many as {@code count} are used
     * @param population whom it concerns; null: everybody
     * @param fields ids of attributes and metrics that are numbers
     * @param count how many groups, from 2 to the number of segments
     * @param seed of the starts that are tried
     * @param frozen rules that say who is in which group, in place of finding groups anew; empty: groups are found
     * @param names what the portal's consultants call groups, by segment and language tag; the plugin's texts where there is none
     */
    record Clusters(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            @Nullable String population,
            List<String> fields,
            int count,
            long seed,
            List<Rule> frozen,
            Map<String, Map<String, String>> names)
            implements ModelDefinition {
        public Clusters {
            segments = List.copyOf(segments);
            fields = List.copyOf(fields);
            frozen = List.copyOf(frozen);
            names = Map.copyOf(names);
        }

        /** As a plugin declares it. */
        public Clusters(
                String id,
                List<SegmentDefinition> segments,
                @Nullable String source,
                @Nullable String population,
                List<String> fields,
                int count,
                long seed) {
            this(id, segments, source, population, fields, count, seed, List.of(), Map.of());
        }

        /** The frozen rules as a model. */
        public Rules rules() {
            return new Rules(id, segments, source, Rules.Match.FIRST, frozen, null, false);
        }
    }

    /**
     * What customers without a contract are worth over the coming weeks: how often they are expected to buy times what they are expected
     * to spend each time, fitted to the vertical's own purchases. The value is cut into tiers. Who never bought is in no segment.
     *
     * @param activity id of an activity that carries an amount; each day with one counts as a purchase
     * @param where the condition on the activity's fields that its rows must meet, or null
     * @param purchases how buying and leaving are modelled
     * @param weeks how far to look ahead, above 0
     * @param yearlyDiscount what a sum in a year is worth less than now: 0.1 for 10 %
     * @param method how {@code borders} are read
     * @param borders as those of {@link Tiers}, of the value in major units
     */
    record Clv(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            String activity,
            @Nullable String where,
            Purchases purchases,
            double weeks,
            double yearlyDiscount,
            Tiers.Method method,
            List<Double> borders)
            implements ModelDefinition {
        /** Stands for the value where a metric would stand; no attribute or metric can be called so. */
        public static final String VALUE = "$value";

        public Clv {
            segments = List.copyOf(segments);
            borders = List.copyOf(borders);
        }

        /** The tiers that the value is cut into. */
        public Tiers tiers() {
            return new Tiers(id, segments, source, VALUE, method, borders);
        }

        /** The same model with its value cut otherwise. */
        public Clv with(Tiers.Method otherMethod, List<Double> otherBorders) {
            return new Clv(
                    id, segments, source, activity, where, purchases, weeks, yearlyDiscount, otherMethod, otherBorders);
        }

        /** How buying and leaving are modelled. */
        public enum Purchases {
            /** Customers leave, if they do, right after a purchase. */
            BG_NBD,
            /** Customers may leave at any time. */
            PARETO_NBD
        }
    }

    /**
     * Computed by the plugin's code.
     *
     * @param extension class name of the plugin's {@link org.clientele.plugins.api.extension.CustomModel}
     * @param inputs ids of the attributes, metrics and models declared before that it reads
     * @param reasons ids of the reasons it gives ({@link Texts#modelReason})
     * @param ranked whether the segments are ranked best first
     */
    record Custom(
            String id,
            List<SegmentDefinition> segments,
            @Nullable String source,
            String extension,
            List<String> inputs,
            List<String> reasons,
            boolean ranked)
            implements ModelDefinition {
        public Custom {
            segments = List.copyOf(segments);
            inputs = List.copyOf(inputs);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A condition that leads to a segment.
     *
     * @param segment id of a segment of the model
     * @param when CEL condition over attributes and metrics; a comparison with a missing value is unknown, and unknown does not hold
     * @param source id of where the rule comes from ({@link Texts#source}), or null
     */
    record Rule(String segment, String when, @Nullable String source) {}
}
