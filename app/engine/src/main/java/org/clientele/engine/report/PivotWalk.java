package org.clientele.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Two walks over an activity's rows: the first finds which customers and values are the largest, the second fills their cells. Sums are
 * whole numbers of the column's unit where it is money or whole, so that totals are exact; other numbers are doubles.
 */
final class PivotWalk {
    private final ActivityColumns rows;
    private final CodeColumn field;
    private final @Nullable MeasureColumn sum;
    private final Condition where;
    private final int lastDay;

    PivotWalk(ActivityColumns rows, CodeColumn field, @Nullable MeasureColumn sum, Condition where, int lastDay) {
        this.rows = rows;
        this.field = field;
        this.sum = sum;
        this.where = where;
        this.lastDay = lastDay;
    }

    PivotTable table(BitSet population, int mostRows, int mostColumns) {
        int codes = field.dictionary().size();
        Sums byCode = new Sums(sum, codes + 1);
        Sums byCustomer = new Sums(sum, rows.customers());
        each(population, (customer, row) -> {
            byCode.add(code(row, codes), row);
            byCustomer.add(customer, row);
        });
        int[] shownCodes = largest(byCode, IntStream.range(0, codes), mostColumns);
        int[] shownCustomers = largest(byCustomer, population.stream(), mostRows);
        return fill(population, shownCodes, shownCustomers, byCustomer);
    }

    private PivotTable fill(BitSet population, int[] codes, int[] customers, Sums byCustomer) {
        int others = codes.length;
        int missing = codes.length + 1;
        int width = codes.length + 2;
        int[] columnOf = new int[field.dictionary().size()];
        Arrays.fill(columnOf, others);
        for (int i = 0; i < codes.length; i++) {
            columnOf[codes[i]] = i;
        }
        int[] lineOf = new int[rows.customers()];
        Arrays.fill(lineOf, customers.length);
        for (int i = 0; i < customers.length; i++) {
            lineOf[customers[i]] = i;
        }
        int otherLine = customers.length;
        int totalLine = customers.length + 1;
        Sums cells = new Sums(sum, (customers.length + 2) * width);
        each(population, (customer, row) -> {
            int code = field.get(row);
            int column = code < 0 ? missing : columnOf[code];
            cells.add(lineOf[customer] * width + column, row);
            cells.add(totalLine * width + column, row);
        });
        List<Integer> shown = new ArrayList<>();
        List<Group> columns = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            shown.add(i);
            columns.add(new Group(Group.Kind.VALUE, field.dictionary().text(codes[i]), new BitSet()));
        }
        if (cells.touched(totalLine * width + others)) {
            shown.add(others);
            columns.add(new Group(Group.Kind.OTHERS, "", new BitSet()));
        }
        if (cells.touched(totalLine * width + missing)) {
            shown.add(missing);
            columns.add(new Group(Group.Kind.MISSING, "", new BitSet()));
        }
        List<PivotTable.Row> lines = new ArrayList<>();
        for (int i = 0; i < customers.length; i++) {
            lines.add(line(customers[i], cells, i * width, shown));
        }
        int counted = (int) population.stream().filter(byCustomer::touched).count();
        return new PivotTable(
                columns,
                lines,
                line(-1, cells, otherLine * width, shown),
                counted - customers.length,
                line(-1, cells, totalLine * width, shown));
    }

    private static PivotTable.Row line(int customer, Sums cells, int from, List<Integer> shown) {
        int[] indexes = shown.stream().mapToInt(i -> from + i).toArray();
        List<Value> values = Arrays.stream(indexes).mapToObj(cells::value).toList();
        return new PivotTable.Row(customer, values, cells.total(indexes));
    }

    private int code(int row, int missing) {
        int code = field.get(row);
        return code < 0 ? missing : code;
    }

    private static int[] largest(Sums sums, IntStream candidates, int most) {
        return candidates
                .filter(sums::touched)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -sums.size(i)).thenComparingInt(i -> i))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void each(BitSet population, Visitor visitor) {
        for (int c = population.nextSetBit(0); c >= 0; c = population.nextSetBit(c + 1)) {
            for (int row = rows.start(c); row < rows.end(c) && rows.day(row) <= lastDay; row++) {
                if (where.holds(row)) {
                    visitor.visit(c, row);
                }
            }
        }
    }

    private interface Visitor {
        void visit(int customer, int row);
    }

    /** Sums by number, exact unless the column holds fractions; without a column rows are counted. */
    private static final class Sums {
        private final @Nullable MeasureColumn column;
        private final long[] exact;
        private final double[] fractions;
        private final BitSet touched = new BitSet();

        Sums(@Nullable MeasureColumn column, int size) {
            this.column = column;
            boolean fraction = column instanceof NumberColumn;
            exact = new long[fraction ? 0 : size];
            fractions = new double[fraction ? size : 0];
        }

        void add(int index, int row) {
            if (column == null) {
                exact[index]++;
            } else if (column.isMissing(row)) {
                return;
            } else if (column instanceof NumberColumn numbers) {
                fractions[index] += numbers.get(row);
            } else {
                exact[index] = Math.addExact(exact[index], column.order(row));
            }
            touched.set(index);
        }

        boolean touched(int index) {
            return touched.get(index);
        }

        double size(int index) {
            return fractions.length > 0 ? fractions[index] : exact[index];
        }

        Value value(int index) {
            if (fractions.length > 0) {
                return new Value.Decimal(fractions[index]);
            }
            return column == null ? new Value.Whole(exact[index]) : column.fromOrder(exact[index]);
        }

        Value total(int[] indexes) {
            if (fractions.length > 0) {
                return new Value.Decimal(
                        Arrays.stream(indexes).mapToDouble(i -> fractions[i]).sum());
            }
            long sum = Arrays.stream(indexes).mapToLong(i -> exact[i]).reduce(0, Math::addExact);
            return column == null ? new Value.Whole(sum) : column.fromOrder(sum);
        }
    }
}
