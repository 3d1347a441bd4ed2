package org.clientele.report.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.customer.CustomerFilter;
import org.clientele.engine.column.Value;
import org.clientele.engine.report.FunnelTable;
import org.clientele.engine.report.Group;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;

/** How many customers come how far. */
final class FunnelSheet {
    private final ReportDefinition.Funnel report;
    private final ReportWords words;
    private final Behind behind;
    private final Cells cells;

    FunnelSheet(ReportDefinition.Funnel report, ReportWords words) {
        this.report = report;
        this.words = words;
        this.behind = new Behind(report, words);
        this.cells = new Cells(words);
    }

    Sheet sheet(FunnelTable table) {
        String by = report.by();
        return by == null ? steps(table) : stepsBy(table, by);
    }

    private Sheet steps(FunnelTable table) {
        List<Row> rows = new ArrayList<>();
        for (int step = 0; step < table.steps().size(); step++) {
            int count = table.total().counts().get(step);
            double conversion = table.total().conversion(step);
            double overall = table.total().overall(step);
            rows.add(new Row(
                    Row.Kind.PLAIN,
                    List.of(
                            Cell.words(step(table, step), behind.href(reached(table, step))),
                            new Cell(words.formats().whole(count), new Value.Whole(count), null),
                            cells.share(conversion),
                            cells.share(overall))));
        }
        return Sheet.of(
                List.of(
                        new Heading(words.text("report.step"), false),
                        new Heading(words.text("report.customers"), true),
                        new Heading(words.text("report.step.conversion"), true),
                        new Heading(words.text("report.step.overall"), true)),
                rows);
    }

    private Sheet stepsBy(FunnelTable table, String by) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(words.dimension(by), false));
        for (int step = 0; step < table.steps().size(); step++) {
            headings.add(new Heading(step(table, step), true));
        }
        headings.add(new Heading(words.text("report.step.overall"), true));
        List<FunnelTable.Row> all = new ArrayList<>(table.rows());
        all.add(table.total());
        List<Row> rows = new ArrayList<>();
        for (FunnelTable.Row row : all) {
            List<CustomerFilter> members = behind.filters(by, row.group());
            List<Cell> line = new ArrayList<>();
            line.add(Cell.words(words.group(by, row.group()), behind.href(members)));
            for (int step = 0; step < table.steps().size(); step++) {
                List<CustomerFilter> those = new ArrayList<>(members);
                those.addAll(reached(table, step));
                int count = row.counts().get(step);
                line.add(new Cell(words.formats().whole(count), new Value.Whole(count), behind.href(those)));
            }
            line.add(cells.share(row.overall(table.steps().size() - 1)));
            rows.add(new Row(row.group().kind() == Group.Kind.ALL ? Row.Kind.TOTAL : Row.Kind.PLAIN, line));
        }
        return Sheet.of(headings, rows);
    }

    private String step(FunnelTable table, int step) {
        return words.names()
                .text(Texts.reportStep(report.id(), table.steps().get(step).id()));
    }

    private static List<CustomerFilter> reached(FunnelTable table, int step) {
        return table.steps().subList(0, step + 1).stream()
                .map(one -> (CustomerFilter) CustomerFilter.where(one.when()))
                .toList();
    }
}
