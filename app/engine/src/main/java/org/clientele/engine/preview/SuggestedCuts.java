package org.clientele.engine.preview;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.column.MeasureColumn;

/**
 * Where a measure may be cut so that about the wished shares of the customers lie below the cuts: values that leave nobody's group empty, as round as
 * they can be. No cuts where there are fewer different values than groups.
 */
final class SuggestedCuts {
    private static final int DIGITS = 2;

    private final MeasureColumn column;
    private final long[] ascending;

    /** @param ascending the order keys of the customers who have a value */
    SuggestedCuts(MeasureColumn column, long[] ascending) {
        this.column = column;
        this.ascending = ascending;
    }

    /** Ascending; a value at a cut is above it. @param below ascending shares of customers */
    List<Double> above(List<Double> below) {
        List<Double> cuts = new ArrayList<>();
        double before = ascending.length == 0 ? Double.NaN : value(ascending[0]);
        for (int place : places(below)) {
            double cut = value(ascending[place]);
            double round = rounded(cut, RoundingMode.FLOOR);
            cuts.add(round > before ? round : cut);
            before = cut;
        }
        return cuts;
    }

    /** Ascending; a value at a cut is below it. @param below ascending shares of customers */
    List<Double> upTo(List<Double> below) {
        List<Double> cuts = new ArrayList<>();
        double after = ascending.length == 0 ? Double.NaN : value(ascending[ascending.length - 1]);
        for (int place : places(below).reversed()) {
            double cut = value(ascending[place - 1]);
            double round = rounded(cut, RoundingMode.CEILING);
            cuts.add(round < after ? round : cut);
            after = cut;
        }
        return cuts.reversed();
    }

    private static double rounded(double value, RoundingMode way) {
        return new BigDecimal(value).round(new MathContext(DIGITS, way)).doubleValue();
    }

    /** Where groups of different values start, each after the one before. */
    private List<Integer> places(List<Double> below) {
        List<Integer> places = new ArrayList<>();
        int least = 0;
        for (double share : below) {
            least = next(least);
            if (least == ascending.length) {
                return List.of();
            }
            least = Math.max(least, first((int) (share * ascending.length)));
            places.add(least);
        }
        return places;
    }

    /** The first customer with a larger value; how many there are where there is none. */
    private int next(int place) {
        int at = place;
        while (at < ascending.length && ascending[at] == ascending[place]) {
            at++;
        }
        return at;
    }

    /** The first customer with the value of that one. */
    private int first(int place) {
        int at = Math.min(place, ascending.length - 1);
        while (at > 0 && ascending[at - 1] == ascending[at]) {
            at--;
        }
        return at;
    }

    private double value(long order) {
        return column.fromOrder(order).asDouble();
    }
}
