package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.BeginsNew;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.common.ui.SearchField;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.StakeholderQuery;
import org.clientele.stakeholder.StakeholdersChanged;
import org.jspecify.annotations.Nullable;

/** The parties of the other five markets. What is listed stands in the address. */
@Route("v/:vertical/stakeholders")
@PermitAll
class StakeholdersView extends VerticalPage implements BeginsNew {
    private final transient StakeholderServices services;
    private StakeholderQuery query = StakeholderQuery.ALL;
    private boolean narrow;
    private transient @Nullable Parts parts;

    StakeholdersView(Verticals verticals, Rights rights, Announcements announcements, StakeholderServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        NarrowScreens.follow(this, isNarrow -> {
            narrow = isNarrow;
            if (parts != null) {
                parts.grid().show(narrow);
            }
        });
        hear(StakeholdersChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                showParties();
            }
        });
    }

    /** What is on the page, made anew for each visit. */
    private record Parts(StakeholderWords words, PageHeader header, PartyGrid grid, Div empty) {}

    @Override
    protected String title() {
        return getTranslation("stakeholder.title");
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        query = StakeholderQuery.parse(event.getLocation().getQueryParameters().getParameters());
        StakeholderWords words = new StakeholderWords(vertical, getLocale());
        PageHeader header = new PageHeader(title());
        Anchor ranking = new Anchor(StakeholdersNavigation.ranking(vertical.key()), words.text("stakeholder.ranking"));
        ranking.getElement().setAttribute("router-link", true);
        header.actions(ranking);
        if (services.register().mayEdit(vertical.key())) {
            header.primary(new Button(words.text("stakeholder.new"), Icon.PLUS.create(), click -> beginNew()));
        }
        PartyGrid grid = new PartyGrid(words, vertical, services.register(), () -> query);
        Div empty = new Div();
        Card list = new Card(filters(words), grid, empty).flush();
        list.addClassName("customer-list");
        add(header, list);
        parts = new Parts(words, header, grid, empty);
        grid.show(narrow);
        showParties();
    }

    @Override
    public void beginNew() {
        if (services.register().mayEdit(vertical().key())) {
            create(new StakeholderWords(vertical(), getLocale()));
        }
    }

    private void create(StakeholderWords words) {
        new PartyForm(services, words, vertical()).create(query.market(), id -> UI.getCurrent()
                .navigate(StakeholdersNavigation.to(vertical().key(), id)));
    }

    private Div filters(StakeholderWords words) {
        Select<Market> market = new Select<>();
        market.setAriaLabel(words.text("stakeholder.field.market"));
        market.setItems(Market.values());
        market.setEmptySelectionAllowed(true);
        market.setEmptySelectionCaption(words.text("stakeholder.market.all"));
        market.setItemLabelGenerator(one -> one == null ? words.text("stakeholder.market.all") : words.market(one));
        market.setValue(query.market());
        market.addValueChangeListener(change -> change(query.withMarket(change.getValue())));
        Div filters = new Div(
                new SearchField(
                        words.text("stakeholder.search"), query.search(), text -> change(query.withSearch(text))),
                market);
        filters.addClassNames("filter-bar", "no-print");
        return filters;
    }

    private void change(StakeholderQuery changed) {
        query = changed;
        Location location =
                new Location(StakeholdersNavigation.to(vertical().key()), StakeholdersNavigation.parameters(query));
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
        showParties();
    }

    private void showParties() {
        Parts shown = parts;
        if (shown == null) {
            return;
        }
        int found = services.register().count(vertical(), query);
        shown.header().setSubtitle(shown.words().text("stakeholder.subtitle", found));
        shown.grid().getDataProvider().refreshAll();
        shown.grid().setVisible(found > 0);
        shown.empty().removeAll();
        if (found == 0) {
            String key = query.isNarrowed() ? "stakeholder.none-so" : "stakeholder.none";
            shown.empty()
                    .add(new EmptyState(
                            query.isNarrowed() ? Icon.SEARCH : Icon.BUILDING_2,
                            shown.words().text(key),
                            shown.words().text(key + ".text")));
        }
    }
}
