package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.statistics.Feature;
import org.clientele.engine.statistics.Learning;
import org.clientele.engine.statistics.Scorer;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.ModelFigure;
import org.jspecify.annotations.Nullable;

/**
 * How likely each customer is to leave, learnt from those of whom it is known whether they left, see
 * {@link org.clientele.engine.statistics.Classifier}.
 *
 * <p>Who is present, in the population and has not left is in a segment by the probability; also those of whom it is not known whether
 * they left, who are not learnt from. A feature that is missing counts as what customers without it taught. Where learning is refused
 * nobody is in a segment; {@link #training} says why.
 *
 * <p>A snapshot learns once, as of its own day. On another day the same coefficients are applied to that day's values, so that a customer
 * moves by what changed with the customer and not by what was learnt since.
 */
public final class ChurnResult extends ModelResult {
    /** The subject of the check that compares the probability with a border; no attribute or metric can be called so. */
    public static final String PROBABILITY = "$probability";

    private static final int MOST_CONTRIBUTIONS = 5;
    private static final double HARDLY = 0.05;

    private final ModelDefinition.Churn model;
    private final ChurnTraining training;
    private final Condition population;
    private final Condition outcome;
    private final @Nullable Scorer scorer;

    private ChurnResult(
            ModelDefinition.Churn model,
            ModelContext context,
            ChurnTraining training,
            Condition population,
            Condition outcome,
            @Nullable Scorer scorer,
            int[] segments) {
        super(context, segments);
        this.model = model;
        this.training = training;
        this.population = population;
        this.outcome = outcome;
        this.scorer = scorer;
    }

    /** @param conditions the outcome's and, where there is one, the population's */
    static ChurnResult of(
            ModelDefinition.Churn model,
            List<CheckedExpression> conditions,
            ModelContext context,
            Experience experience) {
        requireBorders(model);
        Condition outcome = Conditions.bind(conditions.getFirst(), context);
        Condition population =
                conditions.size() > 1 ? Conditions.bind(conditions.getLast(), context) : Condition.ALWAYS;
        List<Feature> features = ChurnFeatures.of(model, context);
        ChurnTraining training = ChurnTraining.of(model, context, features, population, outcome, experience);
        Scorer scorer = training.learning() instanceof Learning.Learnt learnt
                ? learnt.fit().scorer(features)
                : null;
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        if (scorer != null) {
            int left = left(model);
            context.present().stream()
                    .filter(population::holds)
                    .forEach(customer -> segments[customer] =
                            outcome.holds(customer) ? left : risk(model, scorer.probability(customer)));
        }
        return new ChurnResult(model, context, training, population, outcome, scorer, segments);
    }

    private static void requireBorders(ModelDefinition.Churn model) {
        List<Double> borders = model.borders();
        int risks = model.segments().size() - (model.left() == null ? 0 : 1);
        boolean ascending = borders.size() == risks - 1;
        for (int i = 1; i < borders.size(); i++) {
            ascending &= borders.get(i) > borders.get(i - 1);
        }
        boolean leftIsLast =
                model.left() == null || left(model) == model.segments().size() - 1;
        if (!ascending || !leftIsLast) {
            throw new IllegalArgumentException(
                    "Model %s needs an ascending border for each of its %d segments of risk but the first, and those who left last; found %s"
                            .formatted(model.id(), risks, borders));
        }
    }

    private static int left(ModelDefinition.Churn model) {
        String left = model.left();
        return left == null ? NONE : model.segments().indexOf(model.segment(left));
    }

    private static int risk(ModelDefinition.Churn model, double probability) {
        int risk = 0;
        while (risk < model.borders().size() && probability >= model.borders().get(risk)) {
            risk++;
        }
        return risk;
    }

    @Override
    public ModelDefinition.Churn model() {
        return model;
    }

    /** What was learnt, when, and how well; or why nothing was. */
    public ChurnTraining training() {
        return training;
    }

    @Override
    public MeasureColumn figure(ModelFigure.Kind kind) {
        return kind == ModelFigure.Kind.RISK
                ? NumberColumn.of(IntStream.range(0, size())
                        .parallel()
                        .mapToDouble(this::probability)
                        .toArray())
                : super.figure(kind);
    }

    /** The probability, 0–1, that a customer leaves; NaN for those who left, who are not in the population or where nothing was learnt. */
    public double probability(int customer) {
        boolean judged = segments[customer] != NONE && segments[customer] != left(model);
        return judged && scorer != null ? scorer.probability(customer) : Double.NaN;
    }

    /** What the probability is made up of; null for whom there is none, see {@link #probability}. */
    public @Nullable RiskParts parts(int customer) {
        Scorer learnt = scorer;
        return learnt == null || Double.isNaN(probability(customer)) ? null : RiskParts.of(learnt, customer);
    }

    @Override
    Reason explain(int customer, int segment) {
        if (segment == NONE) {
            return new Reason(model.id(), null, none(customer), false, null);
        }
        boolean left = segment == left(model);
        List<Check> checks = left ? outcome.explain(customer) : risk(customer, segment);
        return new Reason(model.id(), segmentId(segment), checks, segment == 0, null);
    }

    private List<Check> none(int customer) {
        if (!context.present().get(customer)) {
            return List.of();
        }
        if (!population.holds(customer)) {
            return population.explain(customer);
        }
        return scorer == null
                ? List.of(new Check(PROBABILITY, Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0))
                : outcome.explain(customer);
    }

    /** The probability beside the border, then what speaks most for and against leaving. */
    private List<Check> risk(int customer, int segment) {
        List<Check> checks = new ArrayList<>();
        if (scorer == null) {
            return checks;
        }
        List<Double> borders = model.borders();
        double border = segment > 0 ? borders.get(segment - 1) : borders.isEmpty() ? 1 : borders.getFirst();
        checks.add(new Check(
                PROBABILITY,
                new Value.Decimal(rounded(scorer.probability(customer), 1_000)),
                segment > 0 ? Operator.AT_LEAST : Operator.LESS,
                List.of(new Value.Decimal(border)),
                null,
                Truth.HOLDS,
                0));
        scorer.contributions(customer).stream()
                .filter(part -> Math.abs(part.logOdds()) >= HARDLY)
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.logOdds())))
                .limit(MOST_CONTRIBUTIONS)
                .map(part -> contribution(customer, part))
                .forEach(checks::add);
        return checks;
    }

    private Check contribution(int customer, Scorer.Contribution part) {
        Column column = context.column(part.feature());
        return new Check(
                part.feature(),
                column == null ? Value.MISSING : column.value(customer),
                Operator.ADDS,
                List.of(new Value.Decimal(rounded(part.logOdds(), 100))),
                null,
                Truth.HOLDS,
                0);
    }

    private static double rounded(double number, double steps) {
        return Math.round(number * steps) / steps;
    }
}
