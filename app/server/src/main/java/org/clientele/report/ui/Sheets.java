package org.clientele.report.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.clientele.customer.CustomerFields;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.report.CustomersTable;
import org.clientele.engine.report.FunnelTable;
import org.clientele.engine.report.Group;
import org.clientele.engine.report.GroupsTable;
import org.clientele.engine.report.PeriodsTable;
import org.clientele.engine.report.PivotTable;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.report.ReportPage;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;
import org.jspecify.annotations.Nullable;

/** Writes a report's table as a sheet of one language. */
final class Sheets {
    private final ReportPage page;
    private final ReportWords words;
    private final ReportDefinition report;

    Sheets(ReportPage page, ReportWords words) {
        this.page = page;
        this.words = words;
        this.report = page.report();
    }

    Sheet sheet() {
        return switch (page.table()) {
            case GroupsTable groups -> groups(groups);
            case FunnelTable funnel -> funnel(funnel, (ReportDefinition.Funnel) report);
            case PeriodsTable periods -> periods(periods, (ReportDefinition.Periods) report);
            case PivotTable pivot -> pivot(pivot, (ReportDefinition.Pivot) report);
            case CustomersTable customers -> customers(customers, (ReportDefinition.Customers) report);
        };
    }

    // ---------- groups ----------

    private Sheet groups(GroupsTable table) {
        String columnsBy = ((ReportDefinition.Groups) report).columnsBy();
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
            block.rows().forEach(row -> rows.add(groupsRow(table, block.dimension(), row, columnsBy)));
        }
        rows.add(groupsRow(table, "", table.total(), columnsBy));
        return Sheet.of(headings, rows);
    }

    private Row groupsRow(GroupsTable table, String dimension, GroupsTable.Row row, @Nullable String columnsBy) {
        List<CustomerFilter> members = filters(dimension, row.group());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.words(words.group(dimension, row.group()), href(members)));
        int cell = 0;
        for (Measure measure : table.measures()) {
            for (int i = 0; i <= table.columns().size(); i++) {
                List<CustomerFilter> behind = new ArrayList<>(members);
                if (i < table.columns().size()) {
                    behind.addAll(
                            filters(String.valueOf(columnsBy), table.columns().get(i)));
                }
                String when = measure.when();
                if (when != null) {
                    behind.add(CustomerFilter.where(when));
                }
                Value value = row.cells().get(cell++);
                cells.add(new Cell(words.figure(measure, value), value, when == null ? null : href(behind)));
            }
        }
        return new Row(row.group().kind() == Group.Kind.ALL ? Row.Kind.TOTAL : Row.Kind.PLAIN, cells);
    }

    // ---------- funnel ----------

    private Sheet funnel(FunnelTable table, ReportDefinition.Funnel funnel) {
        String by = funnel.by();
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
                            Cell.words(step(table, step), href(reached(table, step))),
                            new Cell(words.formats().whole(count), new Value.Whole(count), null),
                            share(conversion),
                            share(overall))));
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
            List<CustomerFilter> members = filters(by, row.group());
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.words(words.group(by, row.group()), href(members)));
            for (int step = 0; step < table.steps().size(); step++) {
                List<CustomerFilter> behind = new ArrayList<>(members);
                behind.addAll(reached(table, step));
                int count = row.counts().get(step);
                cells.add(new Cell(words.formats().whole(count), new Value.Whole(count), href(behind)));
            }
            cells.add(share(row.overall(table.steps().size() - 1)));
            rows.add(new Row(row.group().kind() == Group.Kind.ALL ? Row.Kind.TOTAL : Row.Kind.PLAIN, cells));
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

    private Cell share(double share) {
        return new Cell(words.percent(share), Double.isNaN(share) ? Value.MISSING : new Value.Decimal(share), null);
    }

    // ---------- periods ----------

    private Sheet periods(PeriodsTable table, ReportDefinition.Periods periods) {
        String by = periods.by();
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(words.text("report.period"), false));
        if (by != null) {
            headings.add(new Heading(field(periods, by), false));
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
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.words(period(table.period(), row.start())));
            if (by != null) {
                cells.add(Cell.words(fieldValue(periods, by, row.group())));
            }
            cells.add(figure(row.customers()));
            if (by != null) {
                cells.add(new Cell(words.percent(row.customersShare()), row.customersShare(), null));
            }
            cells.add(figure(row.events()));
            cells.add(figure(row.amount()));
            if (by != null) {
                cells.add(new Cell(words.percent(row.amountShare()), row.amountShare(), null));
            }
            rows.add(new Row(all && table.grouped() ? Row.Kind.TOTAL : Row.Kind.PLAIN, cells));
        }
        return Sheet.of(headings, rows);
    }

    private Cell figure(Value value) {
        return new Cell(words.plain(value), value, null);
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

    private String field(ReportDefinition.Periods periods, String by) {
        ReferenceDefinition reference = reference(periods.activity(), by);
        if (reference != null) {
            return words.names().text(Texts.referenceField(reference.id(), after(by)));
        }
        ActivityField field = activityField(periods.activity(), by);
        return field == null
                ? words.dimension(by)
                : words.names().text(Texts.activityField(periods.activity(), field.id()));
    }

    private String fieldValue(ReportDefinition.Periods periods, String by, Group group) {
        if (group.kind() != Group.Kind.VALUE) {
            return words.group(by, group);
        }
        ReferenceDefinition reference = reference(periods.activity(), by);
        ActivityField through = reference == null ? null : reference.field(after(by));
        if (reference != null && through != null) {
            String text = Texts.referenceFieldValue(reference.id(), through.id(), group.key());
            return fieldValue(through, group.key(), text);
        }
        ActivityField field = activityField(periods.activity(), by);
        return field == null
                ? words.group(by, group)
                : fieldValue(field, group.key(), Texts.activityFieldValue(periods.activity(), field.id(), group.key()));
    }

    private String fieldValue(ActivityField field, String key, String text) {
        return switch (field.type()) {
            case CHOICE -> words.names().text(text);
            case BOOLEAN -> words.formats().yesNo(Boolean.parseBoolean(key));
            default -> key;
        };
    }

    /** The reference that {@code field.referenceField} leads to, or null. */
    private @Nullable ReferenceDefinition reference(String activity, String by) {
        int dot = by.indexOf('.');
        ActivityField field = dot < 0 ? null : activityField(activity, by.substring(0, dot));
        String reference = field == null ? null : field.reference();
        return reference == null ? null : words.definition().reference(reference);
    }

    private static String after(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    private @Nullable ActivityField activityField(String activity, String field) {
        ActivityDefinition declared = words.definition().activity(activity);
        return declared == null ? null : declared.field(field);
    }

    // ---------- pivot ----------

    private Sheet pivot(PivotTable table, ReportDefinition.Pivot pivot) {
        ActivityField field = activityField(pivot.activity(), pivot.field());
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(words.text("report.customer"), false));
        for (Group column : table.columns()) {
            boolean value = column.kind() == Group.Kind.VALUE && field != null && field.type() == FieldType.CHOICE;
            headings.add(new Heading(
                    value && field != null
                            ? fieldValue(
                                    field,
                                    column.key(),
                                    Texts.activityFieldValue(pivot.activity(), field.id(), column.key()))
                            : words.group(pivot.field(), column),
                    true));
        }
        headings.add(new Heading(words.text("report.total"), true));
        List<Row> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(pivotRow(row, customer(row.customer()))));
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
        List<Cell> cells = new ArrayList<>();
        cells.add(name);
        row.cells().forEach(value -> cells.add(figure(value)));
        cells.add(figure(row.total()));
        return new Row(Row.Kind.PLAIN, cells);
    }

    private Cell customer(int index) {
        Snapshot now = page.snapshot().now();
        String ref = text(now, CustomerFields.REF, index);
        String name = text(now, CustomerFields.NAME, index);
        String href =
                CustomersNavigation.to(words.vertical().key(), now.customers().id(index));
        return Cell.words(name.isEmpty() ? ref : name, href);
    }

    private static String text(Snapshot snapshot, String field, int customer) {
        Column column = snapshot.column(field);
        return column != null && column.value(customer) instanceof Value.Text(String text) ? text : "";
    }

    // ---------- customers ----------

    private Sheet customers(CustomersTable table, ReportDefinition.Customers customers) {
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(words.text("report.number"), false));
        headings.add(new Heading(words.text("report.customer"), false));
        for (String column : customers.columns()) {
            headings.add(new Heading(words.dimension(column), isFigure(column)));
        }
        if (table.hasShares()) {
            headings.add(new Heading(words.text("report.share"), true));
            headings.add(new Heading(words.text("report.share.cumulative"), true));
        }
        return new Sheet(headings, table.size(), row -> customerRow(table, customers, row));
    }

    private boolean isFigure(String column) {
        return page.snapshot().now().column(column) instanceof org.clientele.engine.column.MeasureColumn;
    }

    private Row customerRow(CustomersTable table, ReportDefinition.Customers report, int row) {
        Snapshot now = page.snapshot().now();
        int customer = table.customer(row);
        List<Cell> cells = new ArrayList<>();
        String href =
                CustomersNavigation.to(words.vertical().key(), now.customers().id(customer));
        cells.add(Cell.words(text(now, CustomerFields.REF, customer), href));
        cells.add(Cell.words(text(now, CustomerFields.NAME, customer)));
        for (String column : report.columns()) {
            Column values = now.column(column);
            Value value = isFigure(column) && values != null ? values.value(customer) : Value.MISSING;
            cells.add(new Cell(words.cell(now, column, customer), value, null));
        }
        if (table.hasShares()) {
            cells.add(new Cell(words.percent(table.share(row)), table.share(row), null));
            cells.add(new Cell(words.percent(table.cumulativeShare(row)), table.cumulativeShare(row), null));
        }
        return new Row(Row.Kind.PLAIN, cells);
    }

    // ---------- customers behind a cell ----------

    private List<CustomerFilter> filters(String dimension, Group group) {
        List<CustomerFilter> filters = new ArrayList<>();
        String when = report.when();
        if (when != null) {
            filters.add(CustomerFilter.where(when));
        }
        String field = words.definition().model(dimension) != null ? Snapshot.SEGMENT_PREFIX + dimension : dimension;
        switch (group.kind()) {
            case VALUE -> filters.add(CustomerFilter.value(field, group.key()));
            case MISSING -> filters.add(CustomerFilter.missing(field));
            case OTHERS -> filters.clear();
            case ALL -> {
                // everybody the report is about
            }
        }
        return filters;
    }

    private @Nullable String href(List<CustomerFilter> filters) {
        return filters.isEmpty()
                ? null
                : CustomersNavigation.to(
                        words.vertical().key(), CustomerListQuery.of(filters.toArray(CustomerFilter[]::new)));
    }
}
