package org.clientele.report.ui;

import java.util.ArrayList;
import java.util.List;
import org.clientele.customer.CustomerFilter;
import org.clientele.engine.column.Value;
import org.clientele.engine.report.Group;
import org.clientele.engine.report.GroupsTable;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;
import org.jspecify.annotations.Nullable;

/** Figures of groups of customers, block by block; an attribute's values that nobody has are left out, a model's segments are not. */
final class GroupsSheet {
    private final ReportDefinition.Groups report;
    private final ReportWords words;
    private final Behind behind;

    GroupsSheet(ReportDefinition.Groups report, ReportWords words) {
        this.report = report;
        this.words = words;
        this.behind = new Behind(report, words);
    }

    Sheet sheet(GroupsTable table) {
        String columnsBy = report.columnsBy();
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(
                table.blocks().size() == 1
                        ? words.dimension(table.blocks().getFirst().dimension())
                        : "",
                false));
        for (Measure measure : table.measures()) {
            String name = words.names().text(Texts.reportMeasure(report.id(), measure.id()));
            for (Group column : table.columns()) {
                headings.add(new Heading(name + " · " + words.group(String.valueOf(columnsBy), column), true));
            }
            headings.add(
                    new Heading(table.columns().isEmpty() ? name : name + " · " + words.text("report.total"), true));
        }
        List<Row> rows = new ArrayList<>();
        for (GroupsTable.Block block : table.blocks()) {
            if (table.blocks().size() > 1) {
                rows.add(new Row(Row.Kind.BLOCK, List.of(Cell.words(words.dimension(block.dimension())))));
            }
            block.rows().stream()
                    .filter(row -> words.isModel(block.dimension())
                            || !row.group().members().isEmpty())
                    .forEach(row -> rows.add(groupsRow(table, block.dimension(), row, columnsBy)));
        }
        rows.add(groupsRow(table, "", table.total(), columnsBy));
        return Sheet.of(headings, rows);
    }

    private Row groupsRow(GroupsTable table, String dimension, GroupsTable.Row row, @Nullable String columnsBy) {
        List<CustomerFilter> members = behind.filters(dimension, row.group());
        List<Cell> line = new ArrayList<>();
        line.add(Cell.words(words.group(dimension, row.group()), behind.href(members)));
        int cell = 0;
        for (Measure measure : table.measures()) {
            for (int i = 0; i <= table.columns().size(); i++) {
                List<CustomerFilter> those = new ArrayList<>(members);
                if (i < table.columns().size()) {
                    those.addAll(behind.filters(
                            String.valueOf(columnsBy), table.columns().get(i)));
                }
                String when = measure.when();
                if (when != null) {
                    those.add(CustomerFilter.where(when));
                }
                Value value = row.cells().get(cell++);
                line.add(new Cell(words.figure(measure, value), value, when == null ? null : behind.href(those)));
            }
        }
        return new Row(row.group().kind() == Group.Kind.ALL ? Row.Kind.TOTAL : Row.Kind.PLAIN, line);
    }
}
