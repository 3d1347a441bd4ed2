package org.clientele.analysis.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.FigureTable;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.comparison.Cohorts;
import org.clientele.engine.comparison.Cohorts.Cohort;
import org.clientele.engine.figure.Period;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.HeatChart;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ui.SegmentWords;

/** Customers by the month in which they first came, and how many of them came in each month since. */
final class CohortCard {
    /** The last cohorts, and the months of each: more would be too small to be read. */
    private static final int MOST = 24;

    /** Of the cell where most came back: everybody is there in the first month, beside which no other would show. */
    private static final double SHADE = 0.8;

    private final SegmentWords words;
    private final LocalDate until;
    private final List<Cohort> cohorts;
    private final double most;

    CohortCard(SegmentWords words, Cohorts all) {
        this.words = words;
        this.until = all.until();
        List<Cohort> filled =
                all.cohorts().stream().filter(cohort -> cohort.customers() > 0).toList();
        this.cohorts = filled.subList(Math.max(0, filled.size() - MOST), filled.size());
        this.most = cohorts.stream()
                .flatMapToDouble(cohort -> IntStream.range(1, months(cohort)).mapToDouble(cohort::retention))
                .filter(share -> share > 0)
                .max()
                .orElse(1);
    }

    Component card() {
        String title = words.text("analysis.cohorts.title");
        HeatChart chart = new HeatChart(title);
        List<HeatChart.Cell> cells = new ArrayList<>();
        for (int row = 0; row < cohorts.size(); row++) {
            for (int month = 0; month < months(cohorts.get(row)); month++) {
                cells.add(cell(row, month));
            }
        }
        chart.setCells(
                new GridChart.Axis(
                        words.text("analysis.cohorts.months"),
                        IntStream.range(0, columns()).mapToObj(String::valueOf).toList()),
                new GridChart.Axis(
                        "",
                        cohorts.stream()
                                .map(cohort -> words.formats().month(cohort.month()))
                                .toList()),
                cells);
        chart.addMarkClickListener(key -> {
            String[] place = key.split(":", -1);
            CustomersNavigation.open(
                    UI.getCurrent(),
                    words.vertical().key(),
                    customers(cohorts.get(Integer.parseInt(place[0])), Integer.parseInt(place[1])));
        });
        return new ChartCard(
                title,
                words.text("analysis.cohorts.hint", activity(), words.formats().date(until)),
                chart,
                table(title));
    }

    private String activity() {
        return words.names().text(Texts.activity(words.vertical().definition().primaryActivity()));
    }

    private int columns() {
        return cohorts.stream().mapToInt(CohortCard::months).max().orElse(0);
    }

    private static int months(Cohort cohort) {
        return Math.min(MOST, cohort.active().size());
    }

    private HeatChart.Cell cell(int row, int month) {
        Cohort cohort = cohorts.get(row);
        double share = cohort.retention(month);
        return new HeatChart.Cell(
                row + ":" + month,
                month,
                row,
                words.text("analysis.cohorts.cell", words.formats().month(cohort.month()), String.valueOf(month)),
                words.text(
                        "analysis.cohorts.cell.text",
                        words.formats().percent(share),
                        words.formats().whole(cohort.active().get(month)),
                        words.formats().whole(cohort.customers()),
                        words.formats().money(cohort.value().get(month))),
                month == 0
                        ? words.formats().whole(cohort.customers())
                        : words.formats().percentWhole(share),
                month == 0 ? 0 : SHADE * share / most);
    }

    private FigureTable table(String title) {
        List<String> headings =
                new ArrayList<>(List.of(words.text("analysis.cohorts.month"), words.text("segment.column.customers")));
        IntStream.range(1, columns()).mapToObj(String::valueOf).forEach(headings::add);
        FigureTable table = new FigureTable(title, headings.toArray(String[]::new));
        for (Cohort cohort : cohorts) {
            List<Component> cells = new ArrayList<>();
            cells.add(link(words.formats().whole(cohort.customers()), customers(cohort, 0)));
            for (int month = 1; month < columns(); month++) {
                cells.add(
                        month < months(cohort)
                                ? link(words.formats().percent(cohort.retention(month)), customers(cohort, month))
                                : new Span());
            }
            table.row(
                    FigureTable.name(words.formats().month(cohort.month()), null, null),
                    cells.toArray(Component[]::new));
        }
        return table;
    }

    private Component link(String text, CustomerListQuery customers) {
        Anchor link = new Anchor(CustomersNavigation.to(words.vertical().key(), customers), text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private CustomerListQuery customers(Cohort cohort, int month) {
        CustomerFilter first = CustomerFilter.first(days(cohort.month()));
        return month == 0
                ? CustomerListQuery.of(first)
                : CustomerListQuery.of(
                        first, CustomerFilter.active(days(cohort.month().plusMonths(month))));
    }

    private Period days(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        return new Period(month.atDay(1), end.isAfter(until) ? until : end);
    }
}
