package org.clientele.report.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.Snapshot;
import org.clientele.engine.report.Group;
import org.clientele.engine.report.PivotTable;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;

/** Customers by the values of a field. */
final class PivotSheet {
    private final ReportDefinition.Pivot report;
    private final ReportWords words;
    private final Cells cells;
    private final FieldWords fields;
    private final CustomerCells customers;

    PivotSheet(ReportDefinition.Pivot report, ReportWords words, Snapshot now) {
        this.report = report;
        this.words = words;
        this.cells = new Cells(words);
        this.fields = new FieldWords(report.activity(), words);
        this.customers = new CustomerCells(words, now);
    }

    Sheet sheet(PivotTable table) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(words.text("report.customer"), false));
        for (Group column : table.columns()) {
            headings.add(new Heading(fields.value(report.field(), column), true));
        }
        headings.add(new Heading(words.text("report.total"), true));
        List<Row> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(pivotRow(row, customers.link(row.customer()))));
        if (table.otherCustomers() > 0) {
            String others =
                    words.text("report.others.customers", words.formats().whole(table.otherCustomers()));
            rows.add(pivotRow(table.others(), Cell.words(others)));
        }
        Row total = pivotRow(table.total(), Cell.words(words.text("report.total")));
        rows.add(new Row(Row.Kind.TOTAL, total.cells()));
        return Sheet.of(headings, rows);
    }

    private Row pivotRow(PivotTable.Row row, Cell name) {
        List<Cell> line = new ArrayList<>();
        line.add(name);
        row.cells().forEach(value -> line.add(cells.figure(value)));
        line.add(cells.figure(row.total()));
        return new Row(Row.Kind.PLAIN, line);
    }
}
