package org.clientele.engine.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.ColumnSum;
import org.clientele.plugins.api.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A measure over a population of one snapshot, to be asked for its groups. Sums of money and whole numbers are exact; means are
 * rounded half up to the minor unit. Immutable.
 */
public final class BoundMeasure {
    private final Measure measure;
    private final BitSet counted;
    private final BitSet divisor;
    private final @Nullable MeasureColumn field;
    private final @Nullable MeasureColumn perField;

    private BoundMeasure(
            Measure measure,
            BitSet counted,
            BitSet divisor,
            @Nullable MeasureColumn field,
            @Nullable MeasureColumn perField) {
        this.measure = measure;
        this.counted = counted;
        this.divisor = divisor;
        this.field = field;
        this.perField = perField;
    }

    /**
     * Binds a measure.
     *
     * @param population the customers of all groups together
     * @throws IllegalArgumentException when it names a field that is no number, money or date of the vertical
     */
    public static BoundMeasure of(Measure measure, Snapshot snapshot, MemberConditions conditions, BitSet population) {
        return new BoundMeasure(
                measure,
                within(conditions.select(measure.when(), snapshot), population),
                within(conditions.select(measure.per(), snapshot), population),
                column(snapshot, measure.field()),
                column(snapshot, measure.perField()));
    }

    private static BitSet within(BitSet customers, BitSet population) {
        customers.and(population);
        return customers;
    }

    private static @Nullable MeasureColumn column(Snapshot snapshot, @Nullable String field) {
        if (field == null) {
            return null;
        }
        if (snapshot.column(field) instanceof MeasureColumn column) {
            return column;
        }
        throw new IllegalArgumentException("A measure needs a number, but %s is none".formatted(field));
    }

    /** What was bound. */
    public Measure measure() {
        return measure;
    }

    /** The figure of a group of the population. */
    public Value of(BitSet group) {
        BitSet customers = behind(group);
        return switch (measure.kind()) {
            case CUSTOMERS -> new Value.Whole(customers.cardinality());
            case SHARE ->
                share(
                        customers.cardinality(),
                        within((BitSet) divisor.clone(), group).cardinality());
            case SHARE_OF_TOTAL -> share(customers.cardinality(), counted.cardinality());
            case SUM -> ColumnSum.of(needed(field), customers);
            case AVERAGE -> mean(needed(field), customers);
            case MEDIAN -> median(needed(field), customers);
            case SUM_SHARE -> sumShare(needed(field), customers);
            case RATIO -> ratio(customers, within((BitSet) divisor.clone(), group));
        };
    }

    /** The customers of a group who count. */
    public BitSet behind(BitSet group) {
        return within((BitSet) group.clone(), counted);
    }

    private static MeasureColumn needed(@Nullable MeasureColumn column) {
        if (column == null) {
            throw new IllegalArgumentException("This kind of measure needs a field");
        }
        return column;
    }

    private static Value share(long part, long whole) {
        return whole == 0 ? Value.MISSING : new Value.Decimal((double) part / whole);
    }

    private Value sumShare(MeasureColumn column, BitSet customers) {
        double all = ColumnSum.of(column, counted).asDouble();
        return all == 0
                ? Value.MISSING
                : new Value.Decimal(ColumnSum.of(column, customers).asDouble() / all);
    }

    private static Value mean(MeasureColumn column, BitSet customers) {
        long known = customers.stream().filter(c -> !column.isMissing(c)).count();
        return divided(ColumnSum.of(column, customers), known);
    }

    private static Value divided(Value sum, double by) {
        if (by == 0) {
            return Value.MISSING;
        }
        if (sum instanceof Value.Money(long minor, int digits)) {
            BigDecimal mean = BigDecimal.valueOf(minor).divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP);
            return new Value.Money(mean.longValueExact(), digits);
        }
        return new Value.Decimal(sum.asDouble() / by);
    }

    private static Value median(MeasureColumn column, BitSet customers) {
        long[] orders = customers.stream()
                .filter(c -> !column.isMissing(c))
                .mapToLong(column::order)
                .toArray();
        if (orders.length == 0) {
            return Value.MISSING;
        }
        Arrays.sort(orders);
        return column.fromOrder(orders[(orders.length - 1) / 2]);
    }

    private Value ratio(BitSet customers, BitSet divisors) {
        Value sum = ColumnSum.of(needed(field), customers);
        if (perField == null) {
            return divided(sum, divisors.cardinality());
        }
        Value by = ColumnSum.of(perField, divisors);
        boolean money = sum instanceof Value.Money && by instanceof Value.Money;
        if (money) {
            return by.asDouble() == 0 ? Value.MISSING : new Value.Decimal(sum.asDouble() / by.asDouble());
        }
        return divided(sum, by.asDouble());
    }
}
