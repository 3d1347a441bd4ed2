package org.clientele.engine.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.engine.comparison.EntropyWeights;
import org.clientele.engine.comparison.Migration;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.model.Evaluations;
import org.clientele.engine.model.Experience;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.statistics.Feature;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Previews of drafts of one model over one snapshot, for as long as somebody edits it. What drafts have in common is found out once, so that
 * the next preview costs what was edited. To be used by one thread at a time.
 */
public final class ModelPreview {
    private static final int KEPT = 2;

    private final Snapshot snapshot;
    private final ModelResult before;
    private final int[] placesBefore;
    private final @Nullable ClvResult foretold;
    private final Evaluations shared = new Evaluations();
    private final List<ModelResult> learnt = new ArrayList<>();

    /** Of a model of the snapshot. */
    public ModelPreview(Snapshot snapshot, String model) {
        this(snapshot, snapshot.result(model), snapshot.result(model));
    }

    private ModelPreview(Snapshot snapshot, ModelResult before, ModelResult valued) {
        this.snapshot = snapshot;
        this.before = before;
        this.placesBefore = before.segments();
        this.foretold = valued instanceof ClvResult clv ? clv : null;
    }

    /** Of a model that the snapshot does not have: nobody is in its segments before. @param made how values to cut are foretold */
    public static ModelPreview ofNew(Snapshot snapshot, ModelDefinition made) {
        ModelResult nobody = snapshot.preview(nobody(made));
        return new ModelPreview(
                snapshot, nobody, made instanceof ModelDefinition.Clv ? snapshot.preview(made) : nobody);
    }

    private static ModelDefinition nobody(ModelDefinition model) {
        return new ModelDefinition.Rules(
                model.id(), model.segments(), null, ModelDefinition.Rules.Match.FIRST, List.of(), null);
    }

    /** The snapshot whose customers are looked at. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /**
     * What a draft would do. The draft has the segments of the model that applies.
     *
     * @throws IllegalArgumentException when the draft does not fit the vertical
     */
    public Effect of(ModelDefinition draft) {
        return new Effect(before, placesBefore, result(draft), worth());
    }

    /** What one form of the model would do in place of another, whatever applies. */
    public Effect between(ModelDefinition from, ModelDefinition to) {
        ModelResult start = result(from);
        return new Effect(start, start.segments(), result(to), worth());
    }

    /** What the last forms learnt that learn otherwise than the model that applies is kept: an edit of their borders does not learn again. */
    private ModelResult result(ModelDefinition form) {
        ModelResult earlier = learnt.stream()
                .filter(known -> Experience.isAlike(known.model(), form))
                .findFirst()
                .orElse(null);
        ModelResult result = snapshot.preview(form, shared, earlier);
        if (!Experience.isAlike(before.model(), form)) {
            learnt.remove(earlier);
            learnt.addFirst(result);
            while (learnt.size() > KEPT) {
                learnt.removeLast();
            }
        }
        return result;
    }

    /** The value metric in whole minor units, or units where it is no money. */
    private Migration.Worth worth() {
        return switch (snapshot.metrics().column(snapshot.data().definition().valueMetric())) {
            case MoneyColumn money -> money::get;
            case WholeColumn whole -> whole::order;
            case MeasureColumn other ->
                customer -> other.isMissing(customer) ? 0 : Math.round(other.asDouble(customer));
        };
    }

    /** The lifetime value that the drafts begin with: what they buy is the same in all of them. Null for other models. Any thread may call it. */
    public @Nullable ClvResult foretold() {
        return foretold;
    }

    /** How a metric, or the value by a lifetime value, is spread over the customers who have one. @param bins number of bars */
    public Histogram histogram(String metric, int bins) {
        MeasureColumn column = metric.equals(ClvResult.VALUE) && foretold != null
                ? foretold.values()
                : snapshot.metrics().column(metric);
        return Histogram.of(column, orders(column), bins);
    }

    private long[] orders(MeasureColumn column) {
        return snapshot.present().stream()
                .filter(customer -> !column.isMissing(customer))
                .mapToLong(column::order)
                .toArray();
    }

    /**
     * Fixed borders of tiers on a metric, best first, that put about these shares of its customers into the tiers; none where it has too few
     * different values. Any thread may call it.
     *
     * @param shares of all tiers but the last, best first
     */
    public List<Double> borders(String metric, List<Double> shares) {
        MetricDefinition definition = snapshot.data().definition().metric(metric);
        boolean lessIsBetter = definition != null && definition.lowerIsBetter();
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (double share : shares) {
            sum += share;
            sums.add(lessIsBetter ? sum : 1 - sum);
        }
        SuggestedCuts cuts = cuts(snapshot.metrics().column(metric));
        return lessIsBetter ? cuts.upTo(sums) : cuts.above(sums.reversed()).reversed();
    }

    /**
     * Ascending fixed cuts of a metric, an attribute or what another model foretells, above shares of its customers; none where it has too few
     * different values. Any thread may call it.
     *
     * @param below ascending shares
     */
    public List<Double> cuts(String measure, List<Double> below) {
        return snapshot.context().column(measure) instanceof MeasureColumn column
                ? cuts(column).above(below)
                : List.of();
    }

    private SuggestedCuts cuts(MeasureColumn column) {
        long[] orders = orders(column);
        Arrays.parallelSort(orders);
        return new SuggestedCuts(column, orders);
    }

    /** Weights of recency, frequency and monetary value by how much each tells customers apart. */
    public EntropyWeights.Result entropyWeights(ModelDefinition.Rfm model) {
        List<EntropyWeights.Criterion> criteria = List.of(
                criterion(model.recency(), true),
                criterion(model.frequency(), false),
                criterion(model.monetary(), false));
        return EntropyWeights.of(criteria, snapshot.context().present().stream().toArray());
    }

    private EntropyWeights.Criterion criterion(String metric, boolean lessIsBetter) {
        MeasureColumn column = snapshot.metrics().column(metric);
        return new EntropyWeights.Criterion(new Feature.Amount(metric, column::asDouble), lessIsBetter);
    }
}
