package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.Truth;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.CheckedExpression;

/**
 * Customers by the levels of two measures, and the segments of the cells. Levels are numbered from 0, lowest values first.
 *
 * <p>Percentiles are taken over the customers who are placed: present, in the population, with a value of both measures. Without any there are no cuts. A
 * single customer, or equal values, are in level 0 of an axis cut by percentiles; a level that no value has stays empty.
 *
 * <p>The next better segment is that of the cell reached by the fewest steps of level, up or down, that can be made: see
 * {@link Reason.Better}; of equals the one nearest in the list of segments, then the one with the lower row, then the lower column.
 */
public final class MatrixResult extends ModelResult {
    private final ModelDefinition.Matrix model;
    private final List<CheckedExpression> conditions;
    private final Condition population;
    private final LevelScale rows;
    private final LevelScale columns;
    private final byte[] rowLevels;
    private final byte[] columnLevels;
    private final int[][] grid;
    private final Reachability reachability;

    private MatrixResult(
            ModelDefinition.Matrix model,
            List<CheckedExpression> conditions,
            ModelContext context,
            LevelScale rows,
            LevelScale columns,
            byte[] rowLevels,
            byte[] columnLevels,
            int[][] grid,
            int[] segments) {
        super(context, segments);
        this.model = model;
        this.conditions = conditions;
        this.population = population(conditions, context);
        this.rows = rows;
        this.columns = columns;
        this.rowLevels = rowLevels;
        this.columnLevels = columnLevels;
        this.grid = grid;
        this.reachability = new Reachability(context.definition());
    }

    /** @param conditions the population's, where there is one */
    static MatrixResult of(ModelDefinition.Matrix model, List<CheckedExpression> conditions, ModelContext context) {
        MeasureColumn rowColumn = measure(model, model.rows(), context);
        MeasureColumn columnColumn = measure(model, model.columns(), context);
        int[][] grid = grid(model);
        int[] customers = placed(conditions, context, rowColumn, columnColumn);
        LevelScale rows = LevelScale.of(model.id(), model.rows(), rowColumn, customers);
        LevelScale columns = LevelScale.of(model.id(), model.columns(), columnColumn, customers);
        return of(model, conditions, context, rows, columns, grid, customers);
    }

    private static Condition population(List<CheckedExpression> conditions, ModelContext context) {
        return conditions.isEmpty() ? Condition.ALWAYS : Conditions.bind(conditions.getFirst(), context);
    }

    private static int[] placed(
            List<CheckedExpression> conditions, ModelContext context, MeasureColumn rows, MeasureColumn columns) {
        Condition population = population(conditions, context);
        return Arrays.stream(Ranking.withValues(context, rows, columns))
                .filter(population::holds)
                .toArray();
    }

    /** Some customers by the cuts of all. */
    MatrixResult part(ModelContext some) {
        LevelScale someRows = rows.over(measure(model, model.rows(), some));
        LevelScale someColumns = columns.over(measure(model, model.columns(), some));
        int[] customers = placed(conditions, some, someRows.column(), someColumns.column());
        return of(model, conditions, some, someRows, someColumns, grid, customers);
    }

    private static MatrixResult of(
            ModelDefinition.Matrix model,
            List<CheckedExpression> conditions,
            ModelContext context,
            LevelScale rows,
            LevelScale columns,
            int[][] grid,
            int[] customers) {
        int size = context.customers().size();
        byte[] rowLevels = new byte[size];
        byte[] columnLevels = new byte[size];
        int[] segments = new int[size];
        Arrays.fill(rowLevels, (byte) NONE);
        Arrays.fill(columnLevels, (byte) NONE);
        Arrays.fill(segments, NONE);
        for (int customer : customers) {
            rowLevels[customer] = (byte) rows.level(customer);
            columnLevels[customer] = (byte) columns.level(customer);
            segments[customer] = grid[rowLevels[customer]][columnLevels[customer]];
        }
        return new MatrixResult(model, conditions, context, rows, columns, rowLevels, columnLevels, grid, segments);
    }

    private static MeasureColumn measure(
            ModelDefinition.Matrix model, ModelDefinition.Matrix.Axis axis, ModelContext context) {
        if (context.column(axis.metric()) instanceof MeasureColumn column) {
            return column;
        }
        throw new IllegalArgumentException("Model %s needs a metric or a numeric attribute for its axes, found %s"
                .formatted(model.id(), axis.metric()));
    }

    private static int[][] grid(ModelDefinition.Matrix model) {
        int rows = model.rows().cuts().size() + 1;
        int columns = model.columns().cuts().size() + 1;
        boolean whole = rows <= Byte.MAX_VALUE
                && columns <= Byte.MAX_VALUE
                && model.grid().size() == rows
                && model.grid().stream().allMatch(row -> row.size() == columns);
        if (!whole) {
            throw new IllegalArgumentException("Model %s needs a grid of %d rows of %d segments, found %s"
                    .formatted(model.id(), rows, columns, model.grid()));
        }
        int[][] grid = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String segment = model.grid().get(row).get(column);
                grid[row][column] = model.segments().indexOf(model.segment(segment));
            }
        }
        return grid;
    }

    @Override
    public ModelDefinition.Matrix model() {
        return model;
    }

    /** Number of levels of the rows. */
    public int rowCount() {
        return grid.length;
    }

    /** Number of levels of the columns. */
    public int columnCount() {
        return grid[0].length;
    }

    /** The level of a customer's row measure, {@link #NONE} when the customer is not placed. */
    public int row(int customer) {
        return rowLevels[customer];
    }

    /** The level of a customer's column measure, {@link #NONE} when the customer is not placed. */
    public int column(int customer) {
        return columnLevels[customer];
    }

    /** The cuts of the rows in use, ascending, in the measure's unit; none where percentiles are wanted and nobody is placed. */
    public List<Value> rowCuts() {
        return rows.cutPoints();
    }

    /** The cuts of the columns in use, as {@link #rowCuts}. */
    public List<Value> columnCuts() {
        return columns.cutPoints();
    }

    /** The segment of a cell. */
    public int segmentAt(int row, int column) {
        return grid[row][column];
    }

    /** The customers in a cell. */
    public BitSet cell(int row, int column) {
        BitSet members = new BitSet(size());
        for (int customer = 0; customer < size(); customer++) {
            members.set(customer, rowLevels[customer] == row && columnLevels[customer] == column);
        }
        return members;
    }

    @Override
    Reason explain(int customer, int segment) {
        if (segment == NONE) {
            return new Reason(model.id(), null, absent(customer), false, null);
        }
        List<Check> checks = new ArrayList<>(rows.check(customer));
        checks.addAll(columns.check(customer));
        Reason.Better better = segment == 0 ? null : new MatrixSteps(this, customer).nearest();
        return new Reason(model.id(), segmentId(segment), checks, segment == 0, better);
    }

    private List<Check> absent(int customer) {
        if (context.present().get(customer) && !population.holds(customer)) {
            return population.explain(customer);
        }
        List<Check> checks = new ArrayList<>();
        for (LevelScale scale : List.of(rows, columns)) {
            if (context.present().get(customer) && scale.column().isMissing(customer)) {
                checks.add(new Check(scale.metric(), Value.MISSING, Operator.PRESENT, List.of(), null, Truth.FAILS, 0));
            }
        }
        return checks;
    }

    LevelScale rows() {
        return rows;
    }

    LevelScale columns() {
        return columns;
    }

    Reachability reachability() {
        return reachability;
    }
}
