package org.clientele.report.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Money;
import org.clientele.common.ui.Formats;
import org.clientele.engine.column.Value;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;

/**
 * Something counted by reason over a chosen number of months, the whole time first, then each month; on screen, on paper, as a file.
 *
 * @param <C> what is counted for one reason
 */
public abstract class MonthsPage<C> extends VerticalPage {
    private static final String MONTHS = "months";
    private static final int USUAL = 12;

    private final Clock clock;
    private final List<Integer> periods;

    /** @param most months that can be looked back */
    protected MonthsPage(Verticals verticals, Rights rights, Announcements announcements, Clock clock, int most) {
        super(verticals, rights, announcements);
        this.clock = clock;
        this.periods = List.of(1, 3, USUAL, most);
    }

    /** What was counted; months without anything are left out. */
    protected abstract Map<YearMonth, List<C>> read(YearMonth first, YearMonth last);

    /** The last part of the page's address and of the file's name. */
    protected abstract String name();

    /** Where the page belongs. */
    protected abstract BackLink back();

    /** The beginning of the keys of its texts. */
    protected abstract String texts();

    /** One for the reason, then those of {@link #figures}. */
    protected abstract List<Heading> headings();

    protected abstract Enum<?> reason(C count);

    protected abstract String reasonInWords(C count);

    /** By which reasons are put in order, the greatest first. */
    protected abstract long size(C count);

    protected abstract C plus(C one, C other);

    /** @param sum of all reasons */
    protected abstract List<Cell> figures(C count, C sum);

    @Override
    protected final Permission permission() {
        return Permission.SEE_REPORTS;
    }

    @Override
    protected final String title() {
        return getTranslation(texts());
    }

    protected final Formats formats() {
        return new Formats(getLocale(), vertical().currency());
    }

    @Override
    protected final void show(Vertical vertical, BeforeEnterEvent event) {
        int months = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(MONTHS)
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(periods::contains)
                .orElse(USUAL);
        YearMonth last = YearMonth.from(LocalDate.now(clock));
        YearMonth first = last.minusMonths(months - 1L);
        Map<YearMonth, List<C>> found = read(first, last);
        PageHeader header = new PageHeader(
                        title(),
                        getTranslation(
                                texts() + ".subtitle",
                                formats().month(first),
                                formats().month(last)))
                .before(back())
                .actions(period(event.getLocation().getPath(), months));
        add(header);
        if (found.isEmpty()) {
            add(new EmptyState(
                    Icon.CHART_COLUMN, getTranslation(texts() + ".none"), getTranslation(texts() + ".none.text")));
            return;
        }
        header.actions(print(), download(first, last));
        Sheet sheet = sheet(found);
        Div caption = new Div(getTranslation(texts() + ".help"));
        caption.addClassName("caption");
        Card card = new Card(caption, new SheetTable(title(), sheet, 0, sheet.size()));
        card.addClassName("report-sheet");
        add(card);
    }

    private Button print() {
        Button print = new Button(getTranslation("overview.print"), Icon.PRINTER.create(), click -> UI.getCurrent()
                .getPage()
                .executeJs("window.print()"));
        print.addClassName("no-print");
        return print;
    }

    private SheetDownload download(YearMonth first, YearMonth last) {
        SheetDownload download = new SheetDownload(
                vertical().key() + "-" + name() + ".csv", getTranslation("report.csv"), () -> sheet(read(first, last)));
        download.addClassName("no-print");
        return download;
    }

    private Select<Integer> period(String address, int months) {
        Select<Integer> period = new Select<>();
        period.setAriaLabel(getTranslation("report.months.period"));
        period.addClassName("no-print");
        period.setItems(periods);
        period.setItemLabelGenerator(number -> getTranslation("report.months.last", number));
        period.setValue(months);
        period.addValueChangeListener(change ->
                UI.getCurrent().navigate(address, QueryParameters.of(MONTHS, String.valueOf(change.getValue()))));
        return period;
    }

    private Sheet sheet(Map<YearMonth, List<C>> months) {
        List<Row> rows = new ArrayList<>();
        block(rows, getTranslation("report.months.whole"), whole(months));
        if (months.size() > 1) {
            months.forEach((month, counts) -> block(rows, formats().month(month), counts));
        }
        return new Sheet(headings(), rows.size(), rows::get);
    }

    private List<C> whole(Map<YearMonth, List<C>> months) {
        Map<Enum<?>, C> sums = new HashMap<>();
        months.values().forEach(counts -> counts.forEach(count -> sums.merge(reason(count), count, this::plus)));
        return sums.values().stream()
                .sorted(Comparator.comparingLong(this::size).reversed().thenComparingInt(count -> reason(count)
                        .ordinal()))
                .toList();
    }

    private void block(List<Row> rows, String name, List<C> counts) {
        rows.add(new Row(Row.Kind.BLOCK, List.of(named(name))));
        C sum = counts.stream().reduce(this::plus).orElseThrow();
        counts.forEach(count -> rows.add(row(Row.Kind.PLAIN, reasonInWords(count), count, sum)));
        rows.add(row(Row.Kind.TOTAL, getTranslation(texts() + ".all"), sum, sum));
    }

    private Row row(Row.Kind kind, String name, C count, C sum) {
        List<Cell> cells = new ArrayList<>();
        cells.add(named(name));
        cells.addAll(figures(count, sum));
        return new Row(kind, cells);
    }

    private static Cell named(String name) {
        return new Cell(name, Value.MISSING, null);
    }

    /** A whole number. */
    protected final Cell whole(long number) {
        return new Cell(formats().whole(number), new Value.Whole(number), null);
    }

    /** A part of a total. */
    protected final Cell share(long part, long total) {
        double share = (double) part / total;
        return new Cell(formats().percentInColumn(share), new Value.Decimal(share), null);
    }

    /** An amount of the vertical's currency in minor units. */
    protected final Cell money(long minor) {
        return new Cell(
                formats().moneyInFull(minor),
                new Value.Money(minor, Money.fractionDigits(vertical().currency())),
                null);
    }
}
