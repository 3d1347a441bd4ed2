package org.clientele.cases.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.CaseLists;
import org.clientele.cases.CaseQuery;
import org.clientele.cases.CasesChanged;
import org.clientele.cases.ServiceCase;
import org.clientele.common.Announcements;
import org.clientele.common.ui.BeginsNew;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.customer.CustomerSearch;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.jspecify.annotations.Nullable;

/** The cases of a vertical: by state, type, priority and owner. What is listed stands in the address. */
@Route("v/:vertical/cases")
@PermitAll
class CasesView extends VerticalPage implements BeginsNew {
    private final CaseServices services;
    private final CustomerSearch customers;
    private CaseQuery query = CaseQuery.ALL;
    private boolean narrow;
    private @Nullable Parts parts;

    CasesView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            CaseServices services,
            CustomerSearch customers) {
        super(verticals, rights, announcements);
        this.services = services;
        this.customers = customers;
        NarrowScreens.follow(this, isNarrow -> {
            narrow = isNarrow;
            showColumns();
        });
        hear(CasesChanged.class, this::follow);
    }

    /** What is on the page, made anew for each visit. */
    private record Parts(CaseWords words, PageHeader header, CaseGrid grid, Div empty) {}

    @Override
    protected String title() {
        return getTranslation("cases.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        query = CaseQuery.parse(event.getLocation().getQueryParameters().getParameters());
        CaseWords words = new CaseWords(vertical, getLocale(), services.clock().getZone());
        CaseFilters filters = new CaseFilters(words, services.colleagues().in(vertical.key()), query, this::change);
        CaseGrid grid = new CaseGrid(words, vertical.key(), services.lists(), () -> query);
        grid.onSort((sort, descending) -> {
            change(query.sortedBy(sort, descending));
            filters.sortedAs(query);
        });
        PageHeader header = new PageHeader(title());
        if (rights().may(Permission.SEE_REPORTS, vertical.key())) {
            header.actions(
                    new Button(getTranslation("cases.causes"), Icon.CHART_COLUMN.create(), click -> UI.getCurrent()
                            .navigate(CasesNavigation.to(vertical.key()) + "/causes")));
        }
        if (services.policies().maySet(vertical.key())) {
            header.actions(new Button(getTranslation("cases.policy"), Icon.CLOCK.create(), click -> UI.getCurrent()
                    .navigate(CasesNavigation.to(vertical.key()) + "/settings")));
        }
        if (services.mayWork(vertical.key())) {
            header.primary(new Button(getTranslation("cases.new"), Icon.PLUS.create(), click -> openCase()));
        }
        Div empty = new Div();
        Card list = new Card(filters, grid, empty).flush();
        list.addClassName("customer-list");
        add(header, list);
        parts = new Parts(words, header, grid, empty);
        showColumns();
        showCases();
    }

    @Override
    public void beginNew() {
        if (services.mayWork(vertical().key())) {
            openCase();
        }
    }

    private void openCase() {
        new CaseForm(services, vertical()).create(customers, this::opened);
    }

    private void opened(ServiceCase opened) {
        Messages.done(getTranslation("cases.new.done", opened.label()));
        UI.getCurrent().navigate(CasesNavigation.to(vertical().key(), opened));
    }

    private void change(CaseQuery changed) {
        query = changed;
        Location location = new Location(CasesNavigation.to(vertical().key()), CasesNavigation.parameters(query));
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
        showCases();
    }

    private void showColumns() {
        if (parts != null) {
            parts.grid().show(query, narrow);
        }
    }

    private void showCases() {
        if (parts == null) {
            return;
        }
        int found = services.lists().count(vertical().key(), query);
        String many = parts.words().formats().whole(found) + (found == CaseLists.MOST ? "+" : "");
        parts.header().setSubtitle(parts.words().text("cases.subtitle", found, many));
        parts.grid().getDataProvider().refreshAll();
        parts.grid().setVisible(found > 0);
        parts.empty().removeAll();
        if (found == 0) {
            String key = query.isNarrowed() ? "cases.none-so" : "cases.none";
            parts.empty()
                    .add(new EmptyState(
                            query.isNarrowed() ? Icon.SEARCH : Icon.LIFE_BUOY,
                            getTranslation(key),
                            getTranslation(key + ".text")));
        }
    }

    private void follow(CasesChanged change) {
        if (parts != null && vertical().key().equals(change.verticalKey())) {
            showCases();
        }
    }
}
