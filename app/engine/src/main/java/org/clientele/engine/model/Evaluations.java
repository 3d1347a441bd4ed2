package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.CheckedExpression;

/**
 * What evaluations over one context share, so that an edit costs what it changes and models do not rank the same twice: who has values, ranks, the scores
 * by a scale, the customers for whom a condition holds. The last {@value #KEPT} are kept, about 8 bytes a customer for ranks, 4 for who has values, 1 for scores,
 * an eighth for conditions. To be used with one context and what later models add to it only, by one thread at a time.
 */
public final class Evaluations {
    static final int WORTH = 50_000;
    private static final int KEPT = 24;

    /** Models of a vertical go by much the same columns, and beside all else in memory. */
    private static final int KEPT_OF_SEVERAL = 8;

    private final int kept;
    private final Map<Object, Object> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > kept;
        }
    };

    /** Of many forms of one model. */
    public Evaluations() {
        this(KEPT);
    }

    private Evaluations(int kept) {
        this.kept = kept;
    }

    /** Of several models. */
    public static Evaluations ofSeveralModels() {
        return new Evaluations(KEPT_OF_SEVERAL);
    }

    private record Columns(List<MeasureColumn> columns) {}

    private record Sorted(MeasureColumn column, int[] customers) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sorted(MeasureColumn otherColumn, int[] others)
                    && column == otherColumn
                    && customers == others;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(column) + System.identityHashCode(customers);
        }
    }

    private record Held(String condition, Map<String, Double> parameters) {}

    int[] withValues(ModelContext context, MeasureColumn... columns) {
        return once(
                new Columns(Arrays.asList(columns)), int[].class, () -> known(Ranking.withValues(context, columns)));
    }

    /** The same customers are one array, so that what is known of them is found. */
    private int[] known(int[] customers) {
        for (Object value : known.values()) {
            if (value instanceof int[] others && Arrays.equals(others, customers)) {
                return others;
            }
        }
        return customers;
    }

    /** The order keys of the customers, ascending; not to be changed. */
    long[] sorted(MeasureColumn column, int[] customers) {
        return once(new Sorted(column, customers), long[].class, () -> Ranking.sorted(column, customers));
    }

    /** The scores by customer; not to be changed. */
    byte[] scores(ScoreScale scale, int[] customers, int size) {
        return once(scale.key(), byte[].class, () -> scale.scores(customers, size));
    }

    /** The present customers for whom each rule holds; not to be changed. */
    List<BitSet> held(
            List<ModelDefinition.Rule> rules,
            List<CheckedExpression> conditions,
            List<BoundRule> bound,
            Map<String, Double> parameters,
            ModelContext context) {
        List<BitSet> held = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Map<String, Double> used = used(parameters, conditions.get(i));
            BoundRule rule = bound.get(i);
            held.add(once(new Held(rules.get(i).when(), used), BitSet.class, () -> {
                BitSet holding = rule.when().holding(context.customers().size());
                holding.and(context.present());
                return holding;
            }));
        }
        return held;
    }

    private static Map<String, Double> used(Map<String, Double> parameters, CheckedExpression condition) {
        if (parameters.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> used = new TreeMap<>(parameters);
        used.keySet().retainAll(condition.variables());
        return used;
    }

    private <T> T once(Object key, Class<T> type, Supplier<T> found) {
        Object before = known.get(key);
        if (before != null) {
            return type.cast(before);
        }
        T now = found.get();
        known.put(key, now);
        return now;
    }
}
