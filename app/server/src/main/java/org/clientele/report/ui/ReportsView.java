package org.clientele.report.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.report.Reports;

/** Which reports there are, and what each answers. */
@Route("v/:vertical/reports")
@PermitAll
class ReportsView extends VerticalPage {
    private final transient Reports reports;

    ReportsView(Verticals verticals, Rights rights, Announcements announcements, Reports reports) {
        super(verticals, rights, announcements);
        this.reports = reports;
    }

    @Override
    protected String title() {
        return getTranslation("report.title");
    }

    @Override
    protected Permission permission() {
        return Permission.SEE_REPORTS;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        List<ReportDefinition> all = reports.list(vertical.key());
        add(new PageHeader(title(), getTranslation("report.subtitle")));
        if (all.isEmpty()) {
            add(new EmptyState(Icon.TABLE, getTranslation("report.none"), getTranslation("report.none.next")));
            return;
        }
        ReportWords words = new ReportWords(vertical, getLocale());
        Div cards = new Div();
        cards.addClassName("cards");
        all.forEach(report -> cards.add(card(words, report)));
        add(cards);
    }

    private Card card(ReportWords words, ReportDefinition report) {
        Div help = new Div(words.names().text(Texts.reportHelp(report.id())));
        help.addClassName("muted");
        Anchor open =
                new Anchor(ReportsNavigation.to(words.vertical().key(), report.id()), getTranslation("report.open"));
        open.getElement().setAttribute("router-link", true);
        open.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("report.open.named", words.names().text(Texts.report(report.id()))));
        Div foot = new Div(open);
        foot.addClassName("card-foot");
        return new Card(words.names().text(Texts.report(report.id())), help, foot);
    }
}
