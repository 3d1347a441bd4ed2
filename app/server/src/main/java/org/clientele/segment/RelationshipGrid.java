package org.clientele.segment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.ColumnSum;
import org.clientele.plugins.api.StrategyDefinition.Relationship;

/**
 * Kotler's grid: how close a relationship the segments of a model are worth, by how many customers there are and what each brings. The source
 * names the levels; where they begin is the portal's choice.
 *
 * @param placed the segments that have members and a value
 */
public record RelationshipGrid(List<Placed> placed) {
    /** From this share of all customers on they are many. */
    public static final double MANY = 0.25;

    /** Below this share of all customers they are few. */
    public static final double FEW = 0.05;

    /** From so many times the mean of all customers on each brings much. */
    public static final double HIGH = 2;

    /** Below so many times the mean of all customers each brings little. */
    public static final double LOW = 0.5;

    public RelationshipGrid {
        placed = List.copyOf(placed);
    }

    /** How many customers there are. */
    public enum Number {
        MANY,
        MEDIUM,
        FEW
    }

    /** What each customer brings. */
    public enum Margin {
        LOW,
        MEDIUM,
        HIGH
    }

    /** Where so many customers stand. */
    public record Place(int customers, Number number, Margin margin) {
        public Relationship level() {
            return RelationshipGrid.level(number, margin);
        }
    }

    /** Where a segment stands. */
    public record Placed(ModelSummary.Segment segment, Place place) {}

    /** The level for many customers of little margin is basic; it rises by one with each step to fewer customers and to more margin. */
    public static Relationship level(Number number, Margin margin) {
        return Relationship.values()[number.ordinal() + margin.ordinal()];
    }

    /** Places the segments of a model; empty where value is no money or nobody brings any. */
    public static RelationshipGrid of(ModelSummary summary) {
        double sum = 0;
        for (ModelSummary.Segment segment : summary.segments()) {
            sum += minor(segment.value());
        }
        List<Placed> placed = new ArrayList<>();
        for (ModelSummary.Segment segment : summary.segments()) {
            place(segment.count(), segment.value(), summary.customers(), sum)
                    .ifPresent(place -> placed.add(new Placed(segment, place)));
        }
        return new RelationshipGrid(placed);
    }

    /** Places those of all customers of a day who are in a set; nowhere where it is empty, value is no money or nobody brings any. */
    static Optional<Place> of(BitSet customers, BitSet all, MeasureColumn value) {
        return place(
                customers.cardinality(),
                ColumnSum.of(value, customers),
                all.cardinality(),
                minor(ColumnSum.of(value, all)));
    }

    private static double minor(Value value) {
        return value instanceof Value.Money money ? money.minor() : 0;
    }

    private static Optional<Place> place(int customers, Value value, int all, double valueOfAll) {
        double mean = valueOfAll / Math.max(1, all);
        if (customers == 0 || mean <= 0 || !(value instanceof Value.Money money)) {
            return Optional.empty();
        }
        double share = (double) customers / Math.max(1, all);
        double times = (double) money.minor() / customers / mean;
        return Optional.of(new Place(
                customers,
                share >= MANY ? Number.MANY : share < FEW ? Number.FEW : Number.MEDIUM,
                times >= HIGH ? Margin.HIGH : times < LOW ? Margin.LOW : Margin.MEDIUM));
    }
}
