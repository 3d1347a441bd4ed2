package org.clientele.engine.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.numeric.Blocks;
import org.clientele.plugins.api.ModelDefinition;

/**
 * Recency, frequency and monetary scores of all customers and the segments of the 5 × 5 grid.
 *
 * <p>Percentile cut points are taken over the customers who are scored: present, with a value of all three metrics. Without any there
 * are no cut points. A single customer, or equal values, score 1 in frequency and monetary value and 5 in recency: no cut point is
 * strictly below them.
 *
 * <p>The next better segment is the one reached by the fewest steps of score upwards, see {@link RfmSteps}; of equals the one nearest
 * in the list of segments, then the one that needs less monetary value, then less frequency.
 */
public final class RfmResult extends ModelResult {
    /** The three things scored. */
    public enum Axis {
        RECENCY,
        FREQUENCY,
        MONETARY
    }

    private static final int SCORES = ScoreScale.SCORES;

    private final ModelDefinition.Rfm model;
    private final Map<Axis, ScoreScale> scales;
    private final Map<Axis, byte[]> scores;
    private final int[][] levels;
    private final int[][] grid;

    private RfmResult(
            ModelDefinition.Rfm model,
            ModelContext context,
            Map<Axis, ScoreScale> scales,
            Map<Axis, byte[]> scores,
            int[][] levels,
            int[][] grid,
            int[] segments) {
        super(context, segments);
        this.model = model;
        this.scales = scales;
        this.scores = scores;
        this.levels = levels;
        this.grid = grid;
    }

    static RfmResult of(ModelDefinition.Rfm model, ModelContext context, Evaluations shared) {
        MeasureColumn recency = context.metrics().column(model.recency());
        MeasureColumn frequency = context.metrics().column(model.frequency());
        MeasureColumn monetary = context.metrics().column(model.monetary());
        int[] customers = shared.withValues(context, recency, frequency, monetary);
        Map<Axis, ScoreScale> scales = new EnumMap<>(Axis.class);
        scales.put(Axis.RECENCY, ScoreScale.of(model.recency(), recency, true, model.recencyCuts(), customers, shared));
        scales.put(
                Axis.FREQUENCY,
                ScoreScale.of(model.frequency(), frequency, false, model.frequencyCuts(), customers, shared));
        scales.put(
                Axis.MONETARY,
                ScoreScale.of(model.monetary(), monetary, false, model.monetaryCuts(), customers, shared));
        return of(model, context, scales, customers, shared);
    }

    /** Some customers by the cut points of all. */
    RfmResult part(ModelContext some) {
        Map<Axis, ScoreScale> scales = new EnumMap<>(Axis.class);
        scales.put(Axis.RECENCY, scale(Axis.RECENCY).over(some.metrics().column(model.recency())));
        scales.put(Axis.FREQUENCY, scale(Axis.FREQUENCY).over(some.metrics().column(model.frequency())));
        scales.put(Axis.MONETARY, scale(Axis.MONETARY).over(some.metrics().column(model.monetary())));
        MeasureColumn[] columns =
                scales.values().stream().map(ScoreScale::column).toArray(MeasureColumn[]::new);
        return of(model, some, scales, Ranking.withValues(some, columns), new Evaluations());
    }

    private static RfmResult of(
            ModelDefinition.Rfm model,
            ModelContext context,
            Map<Axis, ScoreScale> scales,
            int[] customers,
            Evaluations shared) {
        int[][] levels = levels(model);
        int[][] grid = grid(model);
        int size = context.customers().size();
        Map<Axis, byte[]> scores = new EnumMap<>(Axis.class);
        scales.forEach((axis, scale) -> scores.put(axis, shared.scores(scale, customers, size)));
        int[] segments = placed(size, customers, axisScores(scores), levels, grid);
        return new RfmResult(model, context, scales, scores, levels, grid, segments);
    }

    private static byte[][] axisScores(Map<Axis, byte[]> scores) {
        return Arrays.stream(Axis.values()).map(scores::get).toArray(byte[][]::new);
    }

    private static int[] placed(int size, int[] customers, byte[][] scores, int[][] levels, int[][] grid) {
        int[] segments = new int[size];
        Arrays.fill(segments, NONE);
        byte[] recency = scores[Axis.RECENCY.ordinal()];
        byte[] frequency = scores[Axis.FREQUENCY.ordinal()];
        byte[] monetary = scores[Axis.MONETARY.ordinal()];
        int[] cells = cells(levels, grid);
        Blocks.run(customers.length, Evaluations.WORTH, (from, to) -> {
            for (int i = from; i < to; i++) {
                int customer = customers[i];
                segments[customer] = cells[cell(recency[customer], frequency[customer], monetary[customer])];
            }
        });
        return segments;
    }

    private static int cell(int recency, int frequency, int monetary) {
        return ((recency - 1) * SCORES + frequency - 1) * SCORES + monetary - 1;
    }

    /** The segment of every three scores. */
    private static int[] cells(int[][] levels, int[][] grid) {
        int[] cells = new int[SCORES * SCORES * SCORES];
        for (int r = 1; r <= SCORES; r++) {
            for (int f = 1; f <= SCORES; f++) {
                for (int m = 1; m <= SCORES; m++) {
                    cells[cell(r, f, m)] = grid[r - 1][levels[f - 1][m - 1] - 1];
                }
            }
        }
        return cells;
    }

    private static int scoreOf(Map<Axis, byte[]> scores, Axis axis, int customer) {
        byte[] column = scores.get(axis);
        return column == null ? 0 : column[customer];
    }

    /** The level of each frequency and monetary score: their weighted mean rounded half up, in exact decimals. */
    private static int[][] levels(ModelDefinition.Rfm model) {
        BigDecimal frequency = weight(model, Axis.FREQUENCY);
        BigDecimal monetary = weight(model, Axis.MONETARY);
        int[][] levels = new int[SCORES][SCORES];
        for (int f = 1; f <= SCORES; f++) {
            for (int m = 1; m <= SCORES; m++) {
                BigDecimal sum =
                        frequency.multiply(BigDecimal.valueOf(f)).add(monetary.multiply(BigDecimal.valueOf(m)));
                levels[f - 1][m - 1] = sum.divide(frequency.add(monetary), 0, RoundingMode.HALF_UP)
                        .intValueExact();
            }
        }
        return levels;
    }

    private static BigDecimal weight(ModelDefinition.Rfm model, Axis axis) {
        if (model.weights().isEmpty()) {
            return BigDecimal.ONE;
        }
        double weight = model.weights().size() == 3 ? model.weights().get(axis.ordinal()) : 0;
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "Model %s needs three positive weights or none, found %s".formatted(model.id(), model.weights()));
        }
        return BigDecimal.valueOf(weight);
    }

    private static int[][] grid(ModelDefinition.Rfm model) {
        boolean square = model.grid().size() == SCORES && model.grid().stream().allMatch(row -> row.size() == SCORES);
        if (!square) {
            throw new IllegalArgumentException(
                    "Model %s needs a grid of 5 rows of 5 segments, found %s".formatted(model.id(), model.grid()));
        }
        int[][] grid = new int[SCORES][SCORES];
        for (int r = 0; r < SCORES; r++) {
            for (int level = 0; level < SCORES; level++) {
                grid[r][level] = model.segments()
                        .indexOf(model.segment(model.grid().get(r).get(level)));
            }
        }
        return grid;
    }

    @Override
    public ModelDefinition.Rfm model() {
        return model;
    }

    /** The score from 1 to 5 of a customer, 5 best; 0 when the customer is not scored. */
    public int score(Axis axis, int customer) {
        return scoreOf(scores, axis, customer);
    }

    /** The level from 1 to 5 of frequency and monetary value; 0 when the customer is not scored. */
    public int level(int customer) {
        return segments[customer] == NONE
                ? 0
                : levels[score(Axis.FREQUENCY, customer) - 1][score(Axis.MONETARY, customer) - 1];
    }

    /** The mean of the three scores weighted by the model's weights, 1–5; NaN when the customer is not scored. */
    public double totalScore(int customer) {
        if (segments[customer] == NONE) {
            return Double.NaN;
        }
        double sum = 0;
        double weights = 0;
        for (Axis axis : Axis.values()) {
            double weight = weight(model, axis).doubleValue();
            sum += weight * score(axis, customer);
            weights += weight;
        }
        return sum / weights;
    }

    /** The four ascending cut points in use, in the metric's unit; empty when nobody is scored and none are fixed. */
    public List<Value> cutPoints(Axis axis) {
        return scale(axis).cutPoints();
    }

    /** The segment of a cell of the grid. */
    public int segmentAt(int recencyScore, int level) {
        return grid[recencyScore - 1][level - 1];
    }

    /** Number of customers in each cell: {@code [recency score − 1][level − 1]}. */
    public int[][] gridCounts() {
        int[][] counts = new int[SCORES][SCORES];
        for (int customer = 0; customer < size(); customer++) {
            if (segments[customer] != NONE) {
                counts[score(Axis.RECENCY, customer) - 1][level(customer) - 1]++;
            }
        }
        return counts;
    }

    /** The customers in a cell of the grid. */
    public BitSet cell(int recencyScore, int level) {
        BitSet members = new BitSet(size());
        for (int customer = 0; customer < size(); customer++) {
            members.set(customer, score(Axis.RECENCY, customer) == recencyScore && level(customer) == level);
        }
        return members;
    }

    ScoreScale scale(Axis axis) {
        ScoreScale scale = scales.get(axis);
        if (scale == null) {
            throw new IllegalStateException("No scale for " + axis);
        }
        return scale;
    }

    @Override
    Reason explain(int customer, int segment) {
        if (segment == NONE) {
            return new Reason(model.id(), null, absent(customer), false, null);
        }
        List<Check> checks = List.of(
                scale(Axis.RECENCY).check(customer),
                scale(Axis.FREQUENCY).check(customer),
                scale(Axis.MONETARY).check(customer));
        Reason.Better better = segment == 0 ? null : new RfmSteps(this, customer).nearest();
        return new Reason(model.id(), segmentId(segment), checks, segment == 0, better);
    }

    /** The segment of three scores. */
    int segmentOf(int recency, int frequency, int monetary) {
        return grid[recency - 1][levels[frequency - 1][monetary - 1] - 1];
    }

    private List<Check> absent(int customer) {
        if (!context.present().get(customer)) {
            return List.of();
        }
        List<Check> checks = new ArrayList<>();
        for (String metric : List.of(model.recency(), model.frequency(), model.monetary())) {
            if (context.metrics().column(metric).isMissing(customer)) {
                checks.add(new Check(metric, Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0));
            }
        }
        return checks;
    }
}
