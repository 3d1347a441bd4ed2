package org.clientele.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.junit.jupiter.api.Test;

class MetricTypesTest {
    private static final int DIGITS = 2;

    @Test
    void shouldRoundEveryNumberAsItIsWritten() {
        Random random = new Random(5);
        double[] values = DoubleStream.concat(
                        DoubleStream.of(
                                5.025, -5.025, 1.005, 2.675, 0.285, 0.285000000000001, 1e13 + 0.005, 4.5e15, -0.0),
                        random.longs(20_000, -100_000_000, 100_000_000).mapToDouble(n -> near(random, n)))
                .toArray();

        MoneyColumn money = (MoneyColumn) MetricTypes.convert(NumberColumn.of(values), ValueType.MONEY, DIGITS);

        for (int row = 0; row < values.length; row++) {
            assertThat(money.get(row))
                    .as("%s", values[row])
                    .isEqualTo(BigDecimal.valueOf(values[row])
                            .setScale(DIGITS, RoundingMode.HALF_UP)
                            .unscaledValue()
                            .longValue());
        }
    }

    /** Halves of a cent, those a hair beside, and others. */
    private static double near(Random random, long thousandths) {
        double value = thousandths / 1000.0;
        return switch (random.nextInt(4)) {
            case 0 -> Math.nextUp(value);
            case 1 -> Math.nextDown(value);
            case 2 -> value / 7;
            default -> value;
        };
    }
}
