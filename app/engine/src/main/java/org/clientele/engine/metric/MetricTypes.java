package org.clientele.engine.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clientele.engine.column.DateColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.WholeColumn;
import org.clientele.engine.numeric.Blocks;
import org.clientele.plugins.api.MetricDefinition.ValueType;

/** Turns what was counted into the kind of column that the metric's type asks for. */
final class MetricTypes {
    /** Closer to a half than this, the fast way to round may err by what floating point lost. */
    private static final double DOUBTFUL = 1e-4;

    /** A half below this has no more digits than a double tells apart, so that doubles compare as the decimals they stand for. */
    private static final double EXACT = 1e14;

    private static final int WORTH = 50_000;

    private MetricTypes() {}

    static MeasureColumn convert(MeasureColumn natural, ValueType type, int fractionDigits) {
        return switch (type) {
            case COUNT, DAYS -> natural instanceof WholeColumn ? natural : WholeColumn.of(rounded(natural, 0));
            case MONEY ->
                natural instanceof MoneyColumn
                        ? natural
                        : MoneyColumn.of(fractionDigits, rounded(natural, fractionDigits));
            case SHARE, DECIMAL -> natural instanceof NumberColumn ? natural : NumberColumn.of(doubles(natural));
            case DATE -> natural instanceof DateColumn ? natural : DateColumn.of(days(natural));
        };
    }

    /** The quotient rounded half up (away from zero). */
    static long divideHalfUp(long sum, long count) {
        long quotient = sum / count;
        long rest = Math.abs(sum % count);
        return rest >= count - rest ? quotient + Long.signum(sum) : quotient;
    }

    private static long[] rounded(MeasureColumn natural, int fractionDigits) {
        long[] values = new long[natural.size()];
        double scale = Math.pow(10, fractionDigits);
        Blocks.run(values.length, WORTH, (from, to) -> {
            for (int row = from; row < to; row++) {
                double value = natural.asDouble(row);
                values[row] = Double.isNaN(value) ? WholeColumn.MISSING : round(value, scale, fractionDigits);
            }
        });
        return values;
    }

    /** Half up (away from zero), as the shortest decimal notation of the value reads: 5.025 is a half although its bits are below. */
    private static long round(double value, double scale, int fractionDigits) {
        double scaled = value * scale;
        if (Math.abs(Math.abs(scaled - Math.rint(scaled)) - 0.5) > DOUBTFUL) {
            return Math.round(scaled);
        }
        double half = Math.floor(scaled) + 0.5;
        if (Math.abs(half) < EXACT) {
            double border = half / scale;
            boolean up = value > border || (value == border && value > 0);
            return (long) Math.floor(scaled) + (up ? 1 : 0);
        }
        return BigDecimal.valueOf(value)
                .setScale(fractionDigits, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValue();
    }

    private static double[] doubles(MeasureColumn natural) {
        double[] values = new double[natural.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = natural.asDouble(row);
        }
        return values;
    }

    private static int[] days(MeasureColumn natural) {
        int[] days = new int[natural.size()];
        for (int row = 0; row < days.length; row++) {
            double value = natural.asDouble(row);
            days[row] = Double.isNaN(value) ? DateColumn.MISSING : (int) Math.floor(value);
        }
        return days;
    }
}
