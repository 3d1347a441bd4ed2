package org.clientele.cases.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.CaseCauses;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CauseCount;
import org.clientele.common.Announcements;
import org.clientele.common.Money;
import org.clientele.engine.column.Value;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.report.ui.Sheet;
import org.clientele.report.ui.Sheet.Cell;
import org.clientele.report.ui.Sheet.Heading;
import org.clientele.report.ui.Sheet.Row;
import org.clientele.report.ui.SheetDownload;
import org.clientele.report.ui.SheetTable;

/** Why cases arose: by cause, number and cost, in a period and month by month; on screen, on paper, as a file. */
@Route("v/:vertical/cases/causes")
@PermitAll
class CausesView extends VerticalPage {
    private static final String MONTHS = "months";
    private static final List<Integer> PERIODS = List.of(1, 3, 12, CaseCauses.MOST_MONTHS);
    private static final int USUAL = 12;

    private final CaseServices services;
    private final CaseCauses causes;

    CausesView(
            Verticals verticals, Rights rights, Announcements announcements, CaseServices services, CaseCauses causes) {
        super(verticals, rights, announcements);
        this.services = services;
        this.causes = causes;
    }

    @Override
    protected Permission permission() {
        return Permission.SEE_REPORTS;
    }

    @Override
    protected String title() {
        return getTranslation("cases.causes");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        CaseWords words = new CaseWords(vertical, getLocale(), services.clock().getZone());
        int months = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(MONTHS)
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(PERIODS::contains)
                .orElse(USUAL);
        YearMonth last = YearMonth.from(LocalDate.now(services.clock()));
        YearMonth first = last.minusMonths(months - 1L);
        Map<YearMonth, List<CauseCount>> found = causes.byMonth(vertical.key(), first, last);
        PageHeader header = new PageHeader(
                        title(),
                        getTranslation(
                                "cases.causes.subtitle",
                                words.formats().month(first),
                                words.formats().month(last)))
                .before(new BackLink(CasesNavigation.to(vertical.key()), getTranslation("cases.all")))
                .actions(period(vertical, months));
        add(header);
        if (found.isEmpty()) {
            add(new EmptyState(
                    Icon.CHART_COLUMN, getTranslation("cases.causes.none"), getTranslation("cases.causes.none.text")));
            return;
        }
        Sheet sheet = sheet(vertical, words, found);
        Button print = new Button(getTranslation("overview.print"), Icon.PRINTER.create(), click -> UI.getCurrent()
                .getPage()
                .executeJs("window.print()"));
        print.addClassName("no-print");
        SheetDownload download = new SheetDownload(
                vertical.key() + "-causes.csv",
                getTranslation("report.csv"),
                () -> sheet(vertical, words, causes.byMonth(vertical.key(), first, last)));
        download.addClassName("no-print");
        header.actions(print, download);
        Div caption = new Div(getTranslation("cases.causes.help"));
        caption.addClassName("caption");
        Card card = new Card(caption, new SheetTable(title(), sheet, 0, sheet.size()));
        card.addClassName("report-sheet");
        add(card);
    }

    private Select<Integer> period(Vertical vertical, int months) {
        Select<Integer> period = new Select<>();
        period.setAriaLabel(getTranslation("cases.causes.period"));
        period.addClassName("no-print");
        period.setItems(PERIODS);
        period.setItemLabelGenerator(number -> getTranslation("cases.causes.months", number));
        period.setValue(months);
        period.addValueChangeListener(change -> UI.getCurrent()
                .navigate(
                        CasesNavigation.to(vertical.key()) + "/causes",
                        QueryParameters.of(MONTHS, String.valueOf(change.getValue()))));
        return period;
    }

    /** The whole period, then each month, the newest first. */
    private Sheet sheet(Vertical vertical, CaseWords words, Map<YearMonth, List<CauseCount>> months) {
        List<Heading> headings = List.of(
                new Heading(getTranslation("cases.field.reason"), false),
                new Heading(getTranslation("cases.title"), true),
                new Heading(getTranslation("cases.causes.share"), true),
                new Heading(getTranslation("cases.causes.complaints"), true),
                new Heading(getTranslation("cases.causes.cost"), true));
        List<Row> rows = new ArrayList<>();
        block(rows, vertical, words, getTranslation("cases.causes.whole"), whole(months));
        if (months.size() > 1) {
            months.forEach((month, counts) ->
                    block(rows, vertical, words, words.formats().month(month), counts));
        }
        return new Sheet(headings, rows.size(), rows::get);
    }

    private static List<CauseCount> whole(Map<YearMonth, List<CauseCount>> months) {
        Map<CaseReason, CauseCount> sums = new EnumMap<>(CaseReason.class);
        months.values().forEach(counts -> counts.forEach(count -> sums.merge(count.reason(), count, CauseCount::plus)));
        return sums.values().stream()
                .sorted(Comparator.comparingLong(CauseCount::cases).reversed())
                .toList();
    }

    private void block(List<Row> rows, Vertical vertical, CaseWords words, String name, List<CauseCount> counts) {
        rows.add(new Row(Row.Kind.BLOCK, List.of(new Cell(name, Value.MISSING, null))));
        CauseCount sum = counts.stream().reduce(CauseCount::plus).orElseThrow();
        counts.forEach(count ->
                rows.add(new Row(Row.Kind.PLAIN, cells(vertical, words, words.reason(count.reason()), count, sum))));
        rows.add(new Row(Row.Kind.TOTAL, cells(vertical, words, getTranslation("cases.causes.all"), sum, sum)));
    }

    private static List<Cell> cells(Vertical vertical, CaseWords words, String name, CauseCount count, CauseCount sum) {
        double share = (double) count.cases() / sum.cases();
        int digits = Money.fractionDigits(vertical.currency());
        return List.of(
                new Cell(name, Value.MISSING, null),
                new Cell(words.formats().whole(count.cases()), new Value.Whole(count.cases()), null),
                new Cell(words.formats().percentInColumn(share), new Value.Decimal(share), null),
                new Cell(words.formats().whole(count.complaints()), new Value.Whole(count.complaints()), null),
                new Cell(words.formats().moneyInFull(count.cost()), new Value.Money(count.cost(), digits), null));
    }
}
