package org.clientele.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.Texts;
import org.clientele.reference.ReferenceTitles;
import org.clientele.reference.References;
import org.clientele.report.ReportPage;
import org.clientele.report.Reports;

/** One report: on screen, on paper, as a file. */
@Route("v/:vertical/reports/:report")
@PermitAll
class ReportView extends VerticalPage {
    private static final String PAGE = "page";
    private static final int ROWS = 200;

    private final transient Reports reports;
    private final transient References references;
    private String id = "";
    private int pageNumber;

    ReportView(
            Verticals verticals, Rights rights, Announcements announcements, Reports reports, References references) {
        super(verticals, rights, announcements);
        this.reports = reports;
        this.references = references;
    }

    @Override
    protected String title() {
        return new ReportWords(vertical(), getLocale()).names().text(Texts.report(id));
    }

    @Override
    protected Permission permission() {
        return Permission.SEE_REPORTS;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        id = event.getRouteParameters().get("report").orElse("");
        pageNumber = pageNumber(event.getLocation().getQueryParameters());
        try {
            draw(vertical, reports.page(vertical.key(), id));
        } catch (Problem unknown) {
            add(
                    new PageHeader(getTranslation("report.title")),
                    new EmptyState(
                            Icon.TABLE, getTranslation("report.unknown"), getTranslation("report.unknown.next")));
        }
    }

    private static int pageNumber(QueryParameters parameters) {
        String text = parameters.getSingleParameter(PAGE).orElse("");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private void draw(Vertical vertical, ReportPage page) {
        Vertical read = page.snapshot().vertical();
        ReportWords words = new ReportWords(read, getLocale(), new ReferenceTitles(references, read)::of);
        add(header(vertical, page, words));
        if (page.isEmpty()) {
            add(new EmptyState(Icon.TABLE, getTranslation("report.empty"), getTranslation("report.empty.next")));
            return;
        }
        Sheet sheet = Sheets.of(page, words);
        Card card = new Card();
        card.addClassName("report-sheet");
        card.add(caption(page, words), new SheetTable(title(), sheet, pageNumber * ROWS, ROWS));
        if (sheet.size() > ROWS) {
            card.add(pages(vertical, sheet, words));
        }
        add(card);
    }

    private Div caption(ReportPage page, ReportWords words) {
        Div caption = new Div(words.names().text(Texts.reportHelp(id)));
        caption.addClassName("caption");
        String source = page.report().source();
        if (source != null) {
            caption.add(
                    new Div(getTranslation("segment.list.source", words.names().text(Texts.source(source)))));
        }
        return caption;
    }

    private PageHeader header(Vertical vertical, ReportPage page, ReportWords words) {
        Button print = new Button(getTranslation("overview.print"), Icon.PRINTER.create(), click -> getUI().ifPresent(
                        ui -> ui.getPage().executeJs("window.print()")));
        print.addClassName("no-print");
        PageHeader header = new PageHeader(
                        title(),
                        getTranslation(
                                "report.asOf",
                                words.formats().date(page.snapshot().asOf())))
                .before(new BackLink(ReportsNavigation.to(vertical.key()), getTranslation("report.back")))
                .actions(print);
        if (reports.mayExport(page.report(), vertical.key())) {
            SheetDownload download = new SheetDownload(
                    vertical.key() + "-" + id + ".csv",
                    getTranslation("report.csv"),
                    () -> Sheets.of(reports.export(vertical.key(), id), words));
            download.addClassName("no-print");
            header.actions(download);
        }
        return header;
    }

    private Div pages(Vertical vertical, Sheet sheet, ReportWords words) {
        int last = (sheet.size() - 1) / ROWS;
        Button before = page(vertical, "report.page.before", pageNumber - 1);
        before.setEnabled(pageNumber > 0);
        Button after = page(vertical, "report.page.after", pageNumber + 1);
        after.setEnabled(pageNumber < last);
        int from = Math.min(sheet.size(), pageNumber * ROWS + 1);
        Span where = new Span(getTranslation(
                "report.page.rows",
                words.formats().whole(from),
                words.formats().whole(Math.min(sheet.size(), (pageNumber + 1) * ROWS)),
                words.formats().whole(sheet.size())));
        where.addClassName("muted");
        Div pages = new Div(before, where, after);
        pages.addClassName("pager");
        return pages;
    }

    private Button page(Vertical vertical, String key, int number) {
        Button button = new Button(getTranslation(key), click -> getUI().ifPresent(ui -> ui.navigate(
                ReportsNavigation.to(vertical.key(), id), QueryParameters.of(PAGE, String.valueOf(number)))));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("no-print");
        return button;
    }
}
