package org.clientele.report.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.report.CustomersTable;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;

/** A row for each customer; rows are made when they are asked for. */
final class CustomersSheet {
    private final ReportDefinition.Customers report;
    private final ReportWords words;
    private final Snapshot now;
    private final Cells cells;
    private final CustomerCells customers;

    CustomersSheet(ReportDefinition.Customers report, ReportWords words, Snapshot now) {
        this.report = report;
        this.words = words;
        this.now = now;
        this.cells = new Cells(words);
        this.customers = new CustomerCells(words, now);
    }

    Sheet sheet(CustomersTable table) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(words.text("report.number"), false));
        headings.add(new Heading(words.text("report.customer"), false));
        for (String column : report.columns()) {
            headings.add(new Heading(words.dimension(column), isFigure(column)));
        }
        if (table.hasShares()) {
            headings.add(new Heading(words.text("report.share"), true));
            headings.add(new Heading(words.text("report.share.cumulative"), true));
        }
        return new Sheet(headings, table.size(), row -> row(table, row));
    }

    private boolean isFigure(String column) {
        return now.column(column) instanceof MeasureColumn;
    }

    private Row row(CustomersTable table, int row) {
        int customer = table.customer(row);
        List<Cell> line = new ArrayList<>();
        line.add(customers.ref(customer));
        line.add(customers.name(customer));
        for (String column : report.columns()) {
            Column values = now.column(column);
            Value value = isFigure(column) && values != null ? values.value(customer) : Value.MISSING;
            line.add(new Cell(words.cell(now, column, customer), value, null));
        }
        if (table.hasShares()) {
            line.add(cells.share(table.share(row)));
            line.add(cells.share(table.cumulativeShare(row)));
        }
        return new Row(Row.Kind.PLAIN, line);
    }
}
