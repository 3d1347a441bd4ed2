package org.clientele.engine.figure;

import java.util.BitSet;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;

/** Sums of a metric over customers; missing values add nothing. */
public final class ColumnSum {
    private ColumnSum() {}

    /** The sum in the unit of the column: exact for money and whole numbers. */
    public static Value of(MeasureColumn column, BitSet customers) {
        if (column instanceof NumberColumn numbers) {
            double sum = customers.stream()
                    .filter(c -> !numbers.isMissing(c))
                    .mapToDouble(numbers::get)
                    .sum();
            return new Value.Decimal(sum);
        }
        long sum = 0;
        for (int c = customers.nextSetBit(0); c >= 0; c = customers.nextSetBit(c + 1)) {
            if (!column.isMissing(c)) {
                sum = Math.addExact(sum, column.order(c));
            }
        }
        return column instanceof MoneyColumn money
                ? new Value.Money(sum, money.fractionDigits())
                : new Value.Whole(sum);
    }
}
