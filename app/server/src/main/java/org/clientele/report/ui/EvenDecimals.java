package org.clientele.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.engine.column.Value;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;

/** The figures of a column are compared, so all that stand below each other have as many decimals as the one that has most. */
final class EvenDecimals {
    /** The last number of a text with its decimals: ¥7,057 or 14,875.6. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:\\.(\\d+))?(?=\\D*$)");

    private EvenDecimals() {}

    static List<Row> of(List<Heading> headings, List<Row> rows) {
        int[] most = new int[headings.size()];
        for (Row row : rows) {
            for (int column = 1; column < row.cells().size(); column++) {
                if (headings.get(column).figures()) {
                    most[column] = Math.max(most[column], decimals(row.cells().get(column)));
                }
            }
        }
        return rows.stream().map(row -> even(row, most)).toList();
    }

    private static Row even(Row row, int[] most) {
        List<Cell> cells = new ArrayList<>(row.cells());
        for (int column = 1; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            int missing = most[column] - decimals(cell);
            if (missing > 0 && isNumber(cell)) {
                cells.set(column, new Cell(padded(cell.text(), missing), cell.value(), cell.href()));
            }
        }
        return new Row(row.kind(), cells);
    }

    private static String padded(String text, int zeros) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return text;
        }
        String point = number.group(1) == null ? "." : "";
        return text.substring(0, number.end()) + point + "0".repeat(zeros) + text.substring(number.end());
    }

    private static int decimals(Cell cell) {
        Matcher number = NUMBER.matcher(cell.text());
        return isNumber(cell) && number.find() && number.group(1) != null
                ? number.group(1).length()
                : 0;
    }

    private static boolean isNumber(Cell cell) {
        return cell.value() instanceof Value.Money
                || cell.value() instanceof Value.Decimal
                || cell.value() instanceof Value.Whole;
    }
}
