package org.clientele.report.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.report.Group;
import org.clientele.engine.report.PeriodsTable;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;

/** Customers, events and amounts, period by period. */
final class PeriodsSheet {
    private final ReportDefinition.Periods report;
    private final ReportWords words;
    private final Cells cells;
    private final FieldWords fields;

    PeriodsSheet(ReportDefinition.Periods report, ReportWords words) {
        this.report = report;
        this.words = words;
        this.cells = new Cells(words);
        this.fields = new FieldWords(report.activity(), words);
    }

    Sheet sheet(PeriodsTable table) {
        String by = report.by();
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(words.text("report.period"), false));
        if (by != null) {
            headings.add(new Heading(fields.name(by), false));
        }
        headings.add(new Heading(words.text("report.customers"), true));
        if (by != null) {
            headings.add(new Heading(words.text("report.customers.share"), true));
        }
        headings.add(new Heading(words.text("report.events"), true));
        headings.add(new Heading(words.text("report.amount"), true));
        if (by != null) {
            headings.add(new Heading(words.text("report.amount.share"), true));
        }
        List<Row> rows = new ArrayList<>();
        for (PeriodsTable.Row row : table.rows()) {
            boolean all = row.group().kind() == Group.Kind.ALL;
            List<Cell> line = new ArrayList<>();
            line.add(Cell.words(period(table.period(), row.start())));
            if (by != null) {
                line.add(Cell.words(fields.value(by, row.group())));
            }
            line.add(cells.figure(row.customers()));
            if (by != null) {
                line.add(cells.share(row.customersShare()));
            }
            line.add(cells.figure(row.events()));
            line.add(cells.figure(row.amount()));
            if (by != null) {
                line.add(cells.share(row.amountShare()));
            }
            rows.add(new Row(all && table.grouped() ? Row.Kind.TOTAL : Row.Kind.PLAIN, line));
        }
        return Sheet.of(headings, rows);
    }

    private String period(ReportDefinition.Periods.Period period, LocalDate start) {
        return switch (period) {
            case YEAR -> words.text("report.year", String.valueOf(start.getYear()));
            case QUARTER ->
                words.text(
                        "report.quarter",
                        String.valueOf(start.getYear()),
                        String.valueOf((start.getMonthValue() + 2) / 3));
            case MONTH -> words.formats().month(YearMonth.from(start));
            case MONTH_OF_YEAR ->
                start.getMonth()
                        .getDisplayName(
                                TextStyle.FULL_STANDALONE, words.formats().locale());
        };
    }
}
