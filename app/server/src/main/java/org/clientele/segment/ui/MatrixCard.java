package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.MatrixFigures;
import org.clientele.engine.model.MatrixResult;
import org.clientele.frontend.Chart;
import org.clientele.frontend.GridChart;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition.Matrix;

/** The grid of a matrix: in each cell its segment, how many customers and what they are worth; a cell opens its customers. */
public final class MatrixCard {
    private static final int SMALL = 2;

    private final SegmentWords words;
    private final MatrixResult result;
    private final MatrixFigures.Cell[][] cells;
    private final Matrix model;

    public MatrixCard(Vertical vertical, Locale locale, MatrixResult result, MatrixFigures.Cell[][] cells) {
        this(new SegmentWords(vertical, locale), result, cells);
    }

    MatrixCard(SegmentWords words, MatrixResult result, MatrixFigures.Cell[][] cells) {
        this.words = words;
        this.result = result;
        this.cells = cells;
        this.model = result.model();
    }

    /** The grid with a table beside it. */
    public Component card(String title, String howToRead) {
        GridChart chart = new GridChart(title);
        chart.setHeight(result.rowCount() > SMALL ? Chart.Height.GRID : Chart.Height.TALL);
        List<GridChart.Cell> marks = new ArrayList<>();
        for (int row = 0; row < result.rowCount(); row++) {
            for (int column = 0; column < result.columnCount(); column++) {
                int segment = result.segmentAt(row, column);
                marks.add(new GridChart.Cell(
                        row + ":" + column,
                        column + 1,
                        row + 1,
                        words.segment(model, segment),
                        figures(row, column, "\n", words.formats()::moneyShort),
                        SegmentWords.tone(model, segment),
                        figures(row, column, " · ", words.formats()::money)));
            }
        }
        chart.setCells(
                axis(words.text("segment.matrix.axis", name(model.columns())), columnLevels()),
                axis(words.text("segment.matrix.axis", name(model.rows())), rowLevels()),
                marks);
        chart.addMarkClickListener(this::open);
        return new ChartCard(title, howToRead, chart, table(title));
    }

    private static GridChart.Axis axis(String name, List<String> levels) {
        return new GridChart.Axis(name, levels);
    }

    private void open(String key) {
        String[] cell = key.split(":", -1);
        CustomersNavigation.open(
                UI.getCurrent(),
                words.vertical().key(),
                customers(Integer.parseInt(cell[0]), Integer.parseInt(cell[1])));
    }

    private CustomerListQuery customers(int row, int column) {
        return CustomerListQuery.of(CustomerFilter.cell(model.id(), row + 1, column + 1));
    }

    private String figures(int row, int column, String separator, LongFunction<String> amount) {
        MatrixFigures.Cell cell = cells[row][column];
        String count = words.formats().whole(cell.count());
        return cell.value() instanceof Value.Money(long minor, int _) ? count + separator + amount.apply(minor) : count;
    }

    private FigureTable table(String title) {
        List<String> headings = new ArrayList<>();
        headings.add(words.text("segment.matrix.corner", name(model.rows()), name(model.columns())));
        headings.addAll(columnLevels());
        FigureTable table = new FigureTable(title, headings.toArray(String[]::new));
        List<String> rows = rowLevels();
        for (int row = result.rowCount() - 1; row >= 0; row--) {
            Component[] line = new Component[result.columnCount()];
            for (int column = 0; column < line.length; column++) {
                int segment = result.segmentAt(row, column);
                line[column] = FigureTable.name(
                        words.text(
                                "segment.grid.cell",
                                words.segment(model, segment),
                                figures(row, column, " · ", words.formats()::money)),
                        CustomersNavigation.to(words.vertical().key(), customers(row, column)),
                        SegmentWords.tone(model, segment));
            }
            table.row(new Span(rows.get(row)), line);
        }
        return table;
    }

    private String name(Matrix.Axis axis) {
        return words.names().name(axis.metric());
    }

    private List<String> rowLevels() {
        return levels(model.rows(), result.rowCuts(), result.rowCount());
    }

    private List<String> columnLevels() {
        return levels(model.columns(), result.columnCuts(), result.columnCount());
    }

    /** What each level holds, such as "$100 to below $500". */
    private List<String> levels(Matrix.Axis axis, List<Value> cuts, int count) {
        return IntStream.range(0, count)
                .mapToObj(level -> cuts.isEmpty()
                        ? Formats.MISSING
                        : words.range(axis.metric(), SegmentWords.rangeOf(axis.method()), cuts, level, level))
                .toList();
    }
}
