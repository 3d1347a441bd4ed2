package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.analysis.SegmentMovement;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.comparison.Migration;
import org.clientele.frontend.Card;
import org.clientele.frontend.Chart;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.HeatChart;
import org.clientele.frontend.Mark;
import org.clientele.frontend.SankeyChart;
import org.clientele.frontend.Tone;
import org.clientele.segment.ui.SegmentWords;

/** One movement as a flow, as a matrix and as an account of every segment: start + in − out = end. */
final class MovementCards {
    private final SegmentMovement movement;
    private final Migration migration;
    private final SegmentWords words;
    private final boolean byValue;
    private final int none;

    MovementCards(SegmentMovement movement, SegmentWords words, MovementView.Measured by) {
        this.movement = movement;
        this.migration = movement.migration();
        this.words = words;
        this.byValue = by == MovementView.Measured.VALUE;
        this.none = migration.none();
    }

    List<Component> cards() {
        return movement.versions().differ()
                ? List.of(flow(), new CausesCard(movement, words).card(), account(), matrix())
                : List.of(flow(), account(), matrix());
    }

    private Component flow() {
        String title = words.text("analysis.movement.flow");
        String hint = words.text(byValue ? "analysis.movement.flow.value" : "analysis.movement.flow.customers")
                + (movement.versions().differ()
                        ? words.text(
                                "analysis.movement.flow.versions",
                                movement.versions().from(),
                                movement.versions().to())
                        : words.text("analysis.movement.flow.now"));
        SankeyChart chart = new SankeyChart(title + ": " + hint);
        chart.setHeight(Chart.Height.GRID);
        List<SankeyChart.Flow> flows = new ArrayList<>();
        List<Mark> before = new ArrayList<>();
        List<Mark> after = new ArrayList<>();
        for (int from = 0; from <= none; from++) {
            addEnd(before, from, true);
            addEnd(after, from, false);
            for (int to = 0; to <= none; to++) {
                long size = bystanders(from, to) ? 0 : size(from, to);
                if (size > 0) {
                    flows.add(new SankeyChart.Flow(
                            from + ">" + to, String.valueOf(from), String.valueOf(to), size, text(size)));
                }
            }
        }
        chart.setMovement(before, after, flows);
        chart.addMarkClickListener(this::open);
        return new ChartCard(title, hint, chart, moves());
    }

    private boolean bystanders(int from, int to) {
        return from == none && to == none;
    }

    /** How broad a band is: those who leave count with what they were worth, all others with what they are. */
    private long size(int from, int to) {
        if (!byValue) {
            return migration.customers(from, to);
        }
        return to == none ? migration.valueAtStart(from, to) : migration.valueAtEnd(from, to);
    }

    private void addEnd(List<Mark> marks, int segment, boolean start) {
        long sum = IntStream.rangeClosed(0, none)
                .mapToLong(other -> {
                    int from = start ? segment : other;
                    int to = start ? other : segment;
                    return bystanders(from, to) ? 0 : size(from, to);
                })
                .sum();
        if (sum > 0) {
            marks.add(new Mark(
                    String.valueOf(segment), name(segment), sum, text(start ? before(segment) : sum), tone(segment)));
        }
    }

    /** What the account of the segment starts with; bands of value are drawn by the later day. */
    private long before(int segment) {
        return IntStream.rangeClosed(0, none)
                .filter(to -> !bystanders(segment, to))
                .mapToLong(to -> byValue ? migration.valueAtStart(segment, to) : migration.customers(segment, to))
                .sum();
    }

    private FigureTable moves() {
        FigureTable table = new FigureTable(
                words.text("analysis.movement.flow"),
                words.text("analysis.movement.path"),
                words.text("segment.column.customers"),
                worthOn(movement.period().from()),
                worthOn(movement.period().to()));
        for (int from = 0; from <= none; from++) {
            for (int to = 0; to <= none; to++) {
                if (from != to && migration.customers(from, to) > 0) {
                    table.row(
                            FigureTable.name(
                                    words.text("analysis.movement.from-to", name(from), name(to)),
                                    address(moved(from, to)),
                                    tone(to)),
                            words.formats().whole(migration.customers(from, to)),
                            money(migration.valueAtStart(from, to)),
                            money(migration.valueAtEnd(from, to)));
                }
            }
        }
        return table;
    }

    private String worthOn(LocalDate day) {
        return words.text("analysis.movement.worth", words.formats().date(day));
    }

    /** What became of every segment; each line and the last one come out even. */
    private Card account() {
        String title = words.text("analysis.movement.account");
        List<String> headings = new ArrayList<>(List.of(
                words.text("segment.column.segment"),
                end(movement.period().from(), movement.versions().from()),
                words.text("analysis.movement.in"),
                words.text("analysis.movement.out")));
        if (byValue) {
            headings.add(words.text("analysis.movement.change"));
        }
        headings.add(end(movement.period().to(), movement.versions().to()));
        FigureTable table = new FigureTable(title, headings.toArray(String[]::new));
        Migration.Flow all = new Migration.Flow(0, 0, 0, 0, 0);
        for (int segment = 0; segment < none; segment++) {
            Migration.Flow flow = byValue ? migration.byValue(segment) : migration.byCustomers(segment);
            all = sum(all, flow);
            table.row(
                    FigureTable.name(name(segment), null, tone(segment)),
                    account(flow, link(flow.start(), was(segment, true)), link(flow.end(), was(segment, false))));
        }
        Span total = new Span(words.text("analysis.movement.all"));
        total.addClassName("strong");
        table.row(total, account(all, new Span(text(all.start())), new Span(text(all.end()))));
        return new Card(title, table)
                .hint(words.text(byValue ? "analysis.movement.account.value" : "analysis.movement.account.customers"))
                .flush();
    }

    /** A day; with the version by which it counts where these are two. */
    private String end(LocalDate day, int version) {
        String date = words.formats().date(day);
        return movement.versions().differ() ? words.text("analysis.movement.end", date, String.valueOf(version)) : date;
    }

    private Component[] account(Migration.Flow flow, Component start, Component end) {
        List<Component> cells =
                new ArrayList<>(List.of(start, new Span(signed(flow.in(), "+")), new Span(signed(flow.out(), "−"))));
        if (byValue) {
            cells.add(new Span(flow.change() < 0 ? signed(-flow.change(), "−") : signed(flow.change(), "+")));
        }
        cells.add(end);
        return cells.toArray(Component[]::new);
    }

    private static Migration.Flow sum(Migration.Flow one, Migration.Flow other) {
        return new Migration.Flow(
                Math.addExact(one.start(), other.start()),
                Math.addExact(one.in(), other.in()),
                Math.addExact(one.out(), other.out()),
                Math.addExact(one.change(), other.change()),
                Math.addExact(one.end(), other.end()));
    }

    private Component matrix() {
        String title = words.text("analysis.movement.matrix");
        HeatChart chart = new HeatChart(title);
        List<String> names = IntStream.rangeClosed(0, none).mapToObj(this::name).toList();
        List<HeatChart.Cell> cells = new ArrayList<>();
        for (int from = 0; from <= none; from++) {
            long start = outOf(from);
            for (int to = 0; to <= none; to++) {
                if (bystanders(from, to)) {
                    continue;
                }
                long size = size(from, to);
                double share = start > 0 ? (double) size / start : 0;
                cells.add(new HeatChart.Cell(
                        from + ">" + to,
                        to,
                        from,
                        words.text("analysis.movement.from-to", name(from), name(to)),
                        words.text(
                                "analysis.movement.cell",
                                text(size),
                                words.formats().percent(share)),
                        size == 0
                                ? ""
                                : byValue
                                        ? words.formats().percentWhole(share)
                                        : words.formats().wholeShort(size),
                        share));
            }
        }
        chart.setCells(
                new GridChart.Axis(
                        words.text(
                                "analysis.movement.on",
                                words.formats().date(movement.period().to())),
                        names),
                new GridChart.Axis(
                        words.text(
                                "analysis.movement.on",
                                words.formats().date(movement.period().from())),
                        names),
                cells);
        chart.addMarkClickListener(this::open);
        return new ChartCard(
                title,
                words.text(byValue ? "analysis.movement.matrix.value" : "analysis.movement.matrix.hint"),
                chart,
                matrixTable(title));
    }

    private long outOf(int from) {
        return IntStream.rangeClosed(0, none)
                .mapToLong(to -> bystanders(from, to) ? 0 : size(from, to))
                .sum();
    }

    private FigureTable matrixTable(String title) {
        String[] headings = new String[none + 2];
        headings[0] = words.text("analysis.movement.corner");
        for (int to = 0; to <= none; to++) {
            headings[to + 1] = name(to);
        }
        FigureTable table = new FigureTable(title, headings);
        for (int from = 0; from <= none; from++) {
            Component[] cells = new Component[none + 1];
            for (int to = 0; to <= none; to++) {
                long size = bystanders(from, to) ? 0 : size(from, to);
                cells[to] = bystanders(from, to) ? new Span(Formats.MISSING) : link(size, moved(from, to));
            }
            table.row(FigureTable.name(name(from), null, tone(from)), cells);
        }
        return table;
    }

    private void open(String key) {
        String[] ends = key.split(">", -1);
        int from = Integer.parseInt(ends[0]);
        CustomersNavigation.open(
                UI.getCurrent(),
                words.vertical().key(),
                ends.length == 2 ? moved(from, Integer.parseInt(ends[1])) : was(from, true));
    }

    private CustomerListQuery moved(int from, int to) {
        return movement.versions().differ()
                ? CustomerListQuery.of(movement.start(from), movement.end(to))
                : CustomerListQuery.of(
                        CustomerFilter.moved(movement.model().id(), segment(from), segment(to), movement.period()));
    }

    private CustomerListQuery was(int segment, boolean start) {
        return CustomerListQuery.of(start ? movement.start(segment) : movement.end(segment));
    }

    private String segment(int ordinal) {
        return movement.segment(ordinal, CustomerFilter.InSet.NONE);
    }

    private Component link(long size, CustomerListQuery customers) {
        if (size == 0) {
            return new Span(text(size));
        }
        Anchor link = new Anchor(address(customers), text(size));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private String address(CustomerListQuery customers) {
        return CustomersNavigation.to(words.vertical().key(), customers);
    }

    private String name(int segment) {
        return segment == none ? words.text("analysis.movement.none") : words.segment(movement.model(), segment);
    }

    private String tone(int segment) {
        return segment == none ? Tone.MUTED : SegmentWords.tone(movement.model(), segment);
    }

    private String text(long size) {
        return byValue ? money(size) : words.formats().whole(size);
    }

    private String signed(long size, String sign) {
        return size == 0 ? text(0) : sign + text(size);
    }

    private String money(long minor) {
        return movement.valued() ? words.formats().moneyInFull(minor) : Formats.MISSING;
    }
}
