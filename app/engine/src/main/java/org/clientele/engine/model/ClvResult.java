package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.lifetime.GammaGamma;
import org.clientele.engine.lifetime.Horizon;
import org.clientele.engine.lifetime.LifetimeValues;
import org.clientele.engine.lifetime.PurchaseHistories;
import org.clientele.engine.lifetime.PurchaseModel;
import org.clientele.engine.lifetime.ValueRange;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Clv.Purchases;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.ModelFigure;
import org.jspecify.annotations.Nullable;

/**
 * What each customer is worth over the coming weeks, see {@link LifetimeValues}, in tiers as {@link TiersResult} cuts them.
 *
 * <p>Whoever is present and has bought is in a tier. Where fitting is refused nobody is; {@link #training} says why. A snapshot fits once, as
 * of its own day; on another day the same parameters are applied to that day's histories, so that a customer moves by what changed with the
 * customer. Memory: some 60 bytes a customer.
 */
public final class ClvResult extends ModelResult {
    /** The subject of the check that compares the value with a border; no attribute or metric can be called so. */
    public static final String VALUE = ModelDefinition.Clv.VALUE;

    /** The subject of the check that names the probability of still buying. */
    public static final String ALIVE = "$alive";

    /** The subject of the check that names the purchases expected. */
    public static final String PURCHASES = "$purchases";

    /** The subject of the check that names what each purchase is expected to come to. */
    public static final String AVERAGE = "$average";

    private final ModelDefinition.Clv model;
    private final ClvTraining training;
    private final Foresight foresight;
    private final TierScale scale;
    private final List<CheckedExpression> conditions;

    /**
     * What is foreseen.
     *
     * @param histories what customers did
     * @param values what they will do; null where fitting was refused
     * @param column the values in minor units
     */
    private record Foresight(
            PurchaseHistories histories, @Nullable LifetimeValues values, MoneyColumn column) {}

    private ClvResult(
            ModelDefinition.Clv model,
            ModelContext context,
            List<CheckedExpression> conditions,
            ClvTraining training,
            Foresight foresight,
            TierScale scale,
            int[] segments) {
        super(context, segments);
        this.model = model;
        this.conditions = conditions;
        this.training = training;
        this.foresight = foresight;
        this.scale = scale;
    }

    /** @param conditions which rows are purchases, where not all are */
    static ClvResult of(
            ModelDefinition.Clv model,
            List<CheckedExpression> conditions,
            ModelContext context,
            Experience experience,
            Evaluations shared) {
        ClvResult before =
                experience.of(model.id()) instanceof ClvResult result && ClvTraining.fitsAlike(result.model, model)
                        ? result
                        : null;
        ClvResult same = before != null
                        && before.context.data() == context.data()
                        && before.asOf().equals(context.asOf())
                ? before
                : null;
        PurchaseHistories histories = same != null
                ? same.foresight.histories()
                : ClvPurchases.of(model, conditions, context)
                        .until(Math.toIntExact(context.asOf().toEpochDay()));
        ClvTraining training = training(model, context, histories, same, before, experience);
        boolean sameHorizon = same != null
                && same.model.weeks() == model.weeks()
                && same.model.yearlyDiscount() == model.yearlyDiscount();
        Foresight foresight =
                same != null && sameHorizon ? same.foresight : foresight(model, context, training, histories);
        int[] customers = shared.withValues(context, foresight.column());
        TierScale scale = TierScale.of(model.tiers(), foresight.column(), false, customers, shared);
        return new ClvResult(
                model,
                context,
                conditions,
                training,
                foresight,
                scale,
                scale.tiers(context.customers().size(), customers));
    }

    /** Some customers by the parameters and the starts of all. */
    ClvResult part(ModelContext some) {
        PurchaseHistories histories = ClvPurchases.of(model, conditions, some)
                .until(Math.toIntExact(some.asOf().toEpochDay()));
        Foresight foreseen = foresight(model, some, training, histories);
        TierScale starts = scale.over(foreseen.column());
        int[] customers = Ranking.withValues(some, foreseen.column());
        return new ClvResult(
                model,
                some,
                conditions,
                training,
                foreseen,
                starts,
                starts.tiers(some.customers().size(), customers));
    }

    private static ClvTraining training(
            ModelDefinition.Clv model,
            ModelContext context,
            PurchaseHistories histories,
            @Nullable ClvResult same,
            @Nullable ClvResult before,
            Experience experience) {
        if (same != null) {
            return same.training;
        }
        ClvTraining earlier = before == null ? null : before.training;
        return earlier != null && experience.isTakenOver(earlier.refusal() == null)
                ? earlier
                : ClvTraining.of(model, context.asOf(), histories, earlier);
    }

    private static Foresight foresight(
            ModelDefinition.Clv model, ModelContext context, ClvTraining training, PurchaseHistories histories) {
        LifetimeValues values = training.purchases() instanceof Fitting.Fitted<PurchaseModel> purchases
                        && training.spending() instanceof Fitting.Fitted<GammaGamma> spending
                ? LifetimeValues.of(histories, purchases, spending, new Horizon(model.weeks(), model.yearlyDiscount()))
                : null;
        int digits = context.data().fractionDigits();
        long[] minor = new long[histories.size()];
        for (int customer = 0; customer < minor.length; customer++) {
            minor[customer] = minor(values == null ? Double.NaN : values.value(customer), digits);
        }
        return new Foresight(histories, values, MoneyColumn.of(digits, minor));
    }

    private static long minor(double major, int digits) {
        return Double.isNaN(major) ? MoneyColumn.MISSING : Math.round(major * Math.pow(10, digits));
    }

    @Override
    public ModelDefinition.Clv model() {
        return model;
    }

    /** What was fitted, when, and how well it is known; or why nothing was. */
    public ClvTraining training() {
        return training;
    }

    /** The value at which a tier starts; {@link Value#MISSING} for the last tier, and for one that no value reaches. */
    public Value startsAt(int segment) {
        return scale.startsAt(segment);
    }

    /** The borders by which that way of cutting makes the same tiers; none where there are no such borders. */
    public List<Double> bordersBy(Method method) {
        return TierBorders.of(method, segments(), segmentCount(), values(), this::startsAt);
    }

    /** The values of all customers; missing for those who never bought, and for all where fitting was refused. */
    public MoneyColumn values() {
        return foresight.column();
    }

    @Override
    public MeasureColumn figure(ModelFigure.Kind kind) {
        return switch (kind) {
            case VALUE -> values();
            case ALIVE -> figure(this::alive);
            case PURCHASES -> figure(this::purchases);
            default -> super.figure(kind);
        };
    }

    private NumberColumn figure(IntToDoubleFunction number) {
        return NumberColumn.of(IntStream.range(0, size()).mapToDouble(number).toArray());
    }

    /** The probability, 0–1, that a customer still buys; NaN without a value. */
    public double alive(int customer) {
        LifetimeValues values = foresight.values();
        return values == null ? Double.NaN : values.alive(customer);
    }

    /** The purchases that a customer is expected to make; NaN without a value. */
    public double purchases(int customer) {
        LifetimeValues values = foresight.values();
        return values == null ? Double.NaN : values.purchases(customer);
    }

    /** What each of them is expected to come to; missing without a value. */
    public Value average(int customer) {
        LifetimeValues values = foresight.values();
        int digits = context.data().fractionDigits();
        long minor = minor(values == null ? Double.NaN : values.average(customer), digits);
        return minor == MoneyColumn.MISSING ? Value.MISSING : new Value.Money(minor, digits);
    }

    /**
     * How well a customer's value is known; null without a value. Computed on each call, in some milliseconds.
     *
     * @param level how likely what the customer really spends lies between low and high
     */
    public @Nullable ValueRange range(int customer, double level) {
        LifetimeValues values = foresight.values();
        return values == null || foresight.column().isMissing(customer) ? null : values.range(customer, level);
    }

    /**
     * Every way to model buying and leaving, fitted to the first half of the time that is known and compared with the second. Fitted anew on
     * each call: some seconds for a million customers.
     */
    public Map<Purchases, ClvBackTest> backTests() {
        ClvPurchases purchases = ClvPurchases.of(model, conditions, context);
        Map<Purchases, ClvBackTest> tests = new EnumMap<>(Purchases.class);
        for (Purchases kind : Purchases.values()) {
            tests.put(kind, ClvBackTest.of(kind, purchases, asOf()));
        }
        return tests;
    }

    @Override
    Reason explain(int customer, int segment) {
        if (segment == NONE) {
            Check absent = new Check(VALUE, Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0);
            List<Check> checks = context.present().get(customer) ? List.of(absent) : List.of();
            return new Reason(model.id(), null, checks, false, null);
        }
        List<Check> checks = new ArrayList<>(scale.checks(customer, segment));
        checks.add(known(PURCHASES, new Value.Decimal(rounded(purchases(customer), 10))));
        checks.add(known(AVERAGE, average(customer)));
        checks.add(known(ALIVE, new Value.Decimal(rounded(alive(customer), 1_000))));
        return new Reason(model.id(), segmentId(segment), checks, segment == 0, scale.better(model, customer, segment));
    }

    private static Check known(String subject, Value value) {
        return new Check(subject, value, Operator.PRESENT, List.of(), null, Truth.HOLDS, 0);
    }

    private static double rounded(double number, double steps) {
        return Math.round(number * steps) / steps;
    }
}
