package org.clientele.engine.statistics;

import java.util.Arrays;

/**
 * Turns a training row into the columns that are not zero: one for the constant and one for each feature, in ascending order. For one
 * thread.
 */
final class Encoder {
    private final TrainingRows rows;
    private final double[] means;
    private final double[] inverses;
    private final int[] amountColumns;
    private final int[] choiceColumns;
    private final int[] missingChoices;
    final int[] columns;
    final double[] values;

    Encoder(TrainingRows rows, Layout layout, Scaling scaling) {
        this.rows = rows;
        means = scaling.means();
        inverses = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            inverses[i] = scaling.inverse(i);
        }
        amountColumns = layout.firsts(true);
        choiceColumns = layout.firsts(false);
        missingChoices = layout.missingChoices();
        columns = new int[1 + amountColumns.length + choiceColumns.length];
        values = new double[columns.length];
        Arrays.fill(values, 1);
    }

    void encode(int row) {
        int at = 1;
        for (int i = 0; i < amountColumns.length; i++) {
            double value = rows.amount(row, i);
            boolean missing = Double.isNaN(value);
            columns[at] = missing ? amountColumns[i] + 1 : amountColumns[i];
            values[at++] = missing ? 1 : (value - means[i]) * inverses[i];
        }
        for (int i = 0; i < choiceColumns.length; i++) {
            int level = rows.level(row, i);
            columns[at++] = level < 0 ? missingChoices[i] : choiceColumns[i] + level;
        }
    }

    double product(double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += coefficients[columns[i]] * values[i];
        }
        return sum;
    }
}
