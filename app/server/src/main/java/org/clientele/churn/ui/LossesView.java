package org.clientele.churn.ui;

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
import org.clientele.churn.LossCount;
import org.clientele.churn.LossReason;
import org.clientele.churn.Losses;
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

/** Why customers were lost: by reason, number and money, in a period and month by month; on screen, on paper, as a file. */
@Route("v/:vertical/churn/losses")
@PermitAll
class LossesView extends VerticalPage {
    private static final String MONTHS = "months";
    private static final List<Integer> PERIODS = List.of(1, 3, 12, Losses.MOST_MONTHS);
    private static final int USUAL = 12;

    private final ChurnServices services;

    LossesView(Verticals verticals, Rights rights, Announcements announcements, ChurnServices services) {
        super(verticals, rights, announcements);
        this.services = services;
    }

    @Override
    protected Permission permission() {
        return Permission.SEE_REPORTS;
    }

    @Override
    protected String title() {
        return getTranslation("churn.losses");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        ChurnWords words = new ChurnWords(vertical, getLocale());
        int months = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(MONTHS)
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(PERIODS::contains)
                .orElse(USUAL);
        YearMonth last = YearMonth.from(LocalDate.now(services.clock()));
        YearMonth first = last.minusMonths(months - 1L);
        Map<YearMonth, List<LossCount>> found = services.losses().byMonth(vertical, first, last);
        PageHeader header = new PageHeader(
                        title(),
                        words.text(
                                "churn.losses.subtitle",
                                words.formats().month(first),
                                words.formats().month(last)))
                .before(new BackLink(ChurnNavigation.to(vertical.key()), words.text("churn.title")))
                .actions(period(vertical, months));
        add(header);
        if (found.isEmpty()) {
            add(new EmptyState(
                    Icon.CHART_COLUMN, words.text("churn.losses.none"), words.text("churn.losses.none.text")));
            return;
        }
        Sheet sheet = sheet(vertical, words, found);
        Button print = new Button(getTranslation("overview.print"), Icon.PRINTER.create(), click -> UI.getCurrent()
                .getPage()
                .executeJs("window.print()"));
        print.addClassName("no-print");
        SheetDownload download = new SheetDownload(
                vertical.key() + "-losses.csv",
                getTranslation("report.csv"),
                () -> sheet(vertical, words, services.losses().byMonth(vertical, first, last)));
        download.addClassName("no-print");
        header.actions(print, download);
        Div caption = new Div(words.text("churn.losses.help"));
        caption.addClassName("caption");
        Card card = new Card(caption, new SheetTable(title(), sheet, 0, sheet.size()));
        card.addClassName("report-sheet");
        add(card);
    }

    private Select<Integer> period(Vertical vertical, int months) {
        Select<Integer> period = new Select<>();
        period.setAriaLabel(getTranslation("churn.losses.period"));
        period.addClassName("no-print");
        period.setItems(PERIODS);
        period.setItemLabelGenerator(number -> getTranslation("churn.losses.months", number));
        period.setValue(months);
        period.addValueChangeListener(change -> UI.getCurrent()
                .navigate(
                        ChurnNavigation.losses(vertical.key()),
                        QueryParameters.of(MONTHS, String.valueOf(change.getValue()))));
        return period;
    }

    /** The whole period, then each month, the newest first. */
    private static Sheet sheet(Vertical vertical, ChurnWords words, Map<YearMonth, List<LossCount>> months) {
        List<Heading> headings = List.of(
                new Heading(words.text("churn.field.reason"), false),
                new Heading(words.text("churn.losses.customers"), true),
                new Heading(words.text("churn.losses.share"), true),
                new Heading(words.text("churn.losses.money"), true),
                new Heading(words.text("churn.losses.unknown"), true));
        List<Row> rows = new ArrayList<>();
        block(rows, vertical, words, words.text("churn.losses.whole"), whole(months));
        if (months.size() > 1) {
            months.forEach((month, counts) ->
                    block(rows, vertical, words, words.formats().month(month), counts));
        }
        return new Sheet(headings, rows.size(), rows::get);
    }

    private static List<LossCount> whole(Map<YearMonth, List<LossCount>> months) {
        Map<LossReason, LossCount> sums = new EnumMap<>(LossReason.class);
        months.values().forEach(counts -> counts.forEach(count -> sums.merge(count.reason(), count, LossCount::plus)));
        return sums.values().stream()
                .sorted(Comparator.comparingLong(LossCount::customers).reversed())
                .toList();
    }

    private static void block(
            List<Row> rows, Vertical vertical, ChurnWords words, String name, List<LossCount> counts) {
        rows.add(new Row(Row.Kind.BLOCK, List.of(new Cell(name, Value.MISSING, null))));
        LossCount sum = counts.stream().reduce(LossCount::plus).orElseThrow();
        counts.forEach(count ->
                rows.add(new Row(Row.Kind.PLAIN, cells(vertical, words, words.reason(count.reason()), count, sum))));
        rows.add(new Row(Row.Kind.TOTAL, cells(vertical, words, words.text("churn.losses.all"), sum, sum)));
    }

    private static List<Cell> cells(Vertical vertical, ChurnWords words, String name, LossCount count, LossCount sum) {
        double share = (double) count.customers() / sum.customers();
        int digits = Money.fractionDigits(vertical.currency());
        return List.of(
                new Cell(name, Value.MISSING, null),
                new Cell(words.formats().whole(count.customers()), new Value.Whole(count.customers()), null),
                new Cell(words.formats().percentInColumn(share), new Value.Decimal(share), null),
                new Cell(words.formats().moneyInFull(count.yearly()), new Value.Money(count.yearly(), digits), null),
                new Cell(words.formats().whole(count.unknown()), new Value.Whole(count.unknown()), null));
    }
}
