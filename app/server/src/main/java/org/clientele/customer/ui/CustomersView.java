package org.clientele.customer.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.ui.BeginsNew;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.common.ui.condition.ListField;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerList;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerService;
import org.clientele.customer.PersonalData;
import org.clientele.customer.SavedViews;
import org.clientele.customer.ViewPage;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.segment.SnapshotChanged;
import org.jspecify.annotations.Nullable;

/** The customers of a vertical: search, filter, sort, keep as a view, export. What is shown stands in the address. */
@Route("v/:vertical/customers")
@PermitAll
class CustomersView extends VerticalPage implements BeginsNew {
    private static final int NARROW = 600;

    private final CustomerService customers;
    private final CustomerLists lists;
    private final Colleagues colleagues;
    private final SavedViews views;
    private final Jobs jobs;
    private CustomerListQuery query = CustomerListQuery.ALL;
    private @Nullable CustomerList list;
    private @Nullable Parts parts;
    private boolean narrow;
    private @Nullable Registration resizing;

    CustomersView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            CustomerService customers,
            CustomerLists lists,
            Colleagues colleagues,
            SavedViews views,
            Jobs jobs) {
        super(verticals, rights, announcements);
        this.customers = customers;
        this.lists = lists;
        this.colleagues = colleagues;
        this.views = views;
        this.jobs = jobs;
        hear(SnapshotChanged.class, this::follow);
    }

    /** What is on the page, made anew for each visit. */
    private record Parts(
            ListFields fields, PageHeader header, Div remarks, FilterBar filters, CustomerGrid grid, Div empty) {}

    @Override
    protected String title() {
        return getTranslation("customer.list.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        query = CustomerListQuery.parse(event.getLocation().getQueryParameters().getParameters())
                .in(vertical.definition());
        ListFields fields = new ListFields(
                vertical,
                getLocale(),
                getTranslation("customer.field.owner"),
                colleagues.in(vertical.key()),
                PersonalData.hiddenFrom(rights(), vertical));
        list = lists.list(vertical.key(), query, getLocale());
        CustomerGrid grid = new CustomerGrid(
                fields, this::list, row -> CustomersNavigation.to(vertical.key(), row.id(), withoutColumns()));
        grid.onSort((field, descending) -> change(query.sortedBy(field, descending)));
        PageHeader header = new PageHeader(title()).actions(actions(fields));
        Div remarks = new Div();
        remarks.addClassName("stack");
        Div empty = new Div();
        FilterBar filters = new FilterBar(fields, vertical.currency(), query, this::counts, this::change);
        Div printed = new Div(getTranslation("customer.list.printed"));
        printed.addClassNames("caption", "print-only");
        Card card = new Card(filters, grid, empty).flush();
        card.addClassName("customer-list");
        add(header, remarks, card, printed);
        parts = new Parts(fields, header, remarks, filters, grid, empty);
        showColumns();
        showList();
    }

    private ConditionCounts counts() {
        return new ConditionCounts(lists.counter(vertical().key(), getLocale()), jobs.workers("condition-counts"));
    }

    private CustomerList list() {
        return Optional.ofNullable(list).orElseThrow(() -> new IllegalStateException("The list is not shown yet"));
    }

    private Component[] actions(ListFields fields) {
        ColumnChooser columns = new ColumnChooser(fields, this::shownFields, chosen -> {
            change(query.withColumns(chosen));
            showColumns();
        });
        ViewsMenu menu =
                new ViewsMenu(views, vertical(), ViewPage.CUSTOMERS, () -> CustomersNavigation.parameters(query)
                        .getQueryString());
        Stream<Component> always = Stream.of(menu, columns);
        boolean mayExport = rights().may(Permission.EXPORT_CUSTOMERS, vertical().key());
        Stream<Component> export = mayExport
                ? Stream.of(new ExportButton(lists, vertical().key(), () -> query, () -> shownFields().stream()
                        .map(ListField::id)
                        .toList()))
                : Stream.empty();
        Stream<Component> make =
                rights().may(Permission.EDIT_CUSTOMER, vertical().key()) ? Stream.of(newCustomer()) : Stream.empty();
        return Stream.of(always, export, make).flatMap(part -> part).toArray(Component[]::new);
    }

    private Component newCustomer() {
        Button button = new Button(getTranslation("customer.new.open"), Icon.PLUS.create(), click -> openNewCustomer());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        Div holder = new Div(button);
        holder.addClassName("page-primary");
        return holder;
    }

    @Override
    public void beginNew() {
        if (rights().may(Permission.EDIT_CUSTOMER, vertical().key())) {
            openNewCustomer();
        }
    }

    private void openNewCustomer() {
        boolean staff = rights().user().holds(Set.of(Role.STAFF), vertical().key());
        new NewCustomerForm(
                        customers,
                        colleagues.in(vertical().key()),
                        vertical(),
                        PersonalData.hiddenFrom(rights(), vertical()),
                        staff ? rights().user().id() : null,
                        this::made)
                .open();
    }

    private void made(Customer customer) {
        Messages.done(getTranslation("customer.new.done", customer.title()));
        UI.getCurrent().navigate(CustomersNavigation.to(vertical().key(), customer.id()));
    }

    private void change(CustomerListQuery changed) {
        query = changed;
        list = lists.list(vertical().key(), query, getLocale());
        Location location = new Location("v/" + vertical().key() + "/customers", CustomersNavigation.parameters(query));
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
        showList();
    }

    private void showList() {
        if (parts == null) {
            return;
        }
        CustomerList shown = list();
        parts.grid().getDataProvider().refreshAll();
        parts.header().setSubtitle(subtitle(shown));
        parts.remarks().removeAll();
        Stream.concat(query.unread().stream(), shown.unfit().stream().map(CustomerFilter::text))
                .map(text -> new Banner(Tone.WARN, getTranslation("customer.list.unread", text)))
                .forEach(parts.remarks()::add);
        query.columns().stream()
                .filter(id -> parts().fields().isUnknown(id))
                .map(id -> new Banner(Tone.WARN, getTranslation("customer.list.gone", id)))
                .forEach(parts.remarks()::add);
        parts.remarks().setVisible(parts.remarks().getComponentCount() > 0);
        parts.grid().setVisible(shown.total() > 0);
        parts.empty().removeAll();
        if (shown.total() == 0) {
            parts.empty().add(empty(shown));
        }
        parts.filters().setVisible(shown.all() > 0);
    }

    private String subtitle(CustomerList shown) {
        var formats = parts().fields().formats().formats();
        String asOf = formats.date(shown.snapshot().now().asOf());
        return query.isNarrowed()
                ? getTranslation("customer.list.subtitle.some", formats.whole(shown.total()), shown.all(), asOf)
                : getTranslation("customer.list.subtitle.all", shown.all(), asOf);
    }

    private EmptyState empty(CustomerList shown) {
        if (shown.all() > 0) {
            Button clear = new Button(getTranslation("customer.list.clear"), click -> UI.getCurrent()
                    .navigate("v/" + vertical().key() + "/customers"));
            return new EmptyState(
                    Icon.SEARCH,
                    getTranslation("customer.list.none"),
                    getTranslation("customer.list.none.text"),
                    clear);
        }
        if (!rights().may(Permission.IMPORT_DATA, vertical().key())) {
            return new EmptyState(
                    Icon.USERS, getTranslation("customer.list.empty"), getTranslation("customer.list.empty.ask"));
        }
        Button start = new Button(getTranslation("customer.list.import"), click -> UI.getCurrent()
                .navigate("v/" + vertical().key() + "/data/import"));
        return new EmptyState(
                Icon.USERS, getTranslation("customer.list.empty"), getTranslation("customer.list.empty.text"), start);
    }

    private void showColumns() {
        if (parts != null) {
            parts.grid().show(shownFields(), query, narrow);
        }
    }

    private List<ListField> shownFields() {
        ListFields fields = parts().fields();
        List<ListField> chosen = query.columns().stream()
                .map(fields::find)
                .flatMap(Optional::stream)
                .toList();
        return chosen.isEmpty() ? fields.usual() : chosen;
    }

    private Parts parts() {
        return Optional.ofNullable(parts).orElseThrow(() -> new IllegalStateException("The page is not shown yet"));
    }

    private CustomerListQuery withoutColumns() {
        return query.withColumns(List.of());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        ui.getPage().retrieveExtendedClientDetails(details -> resized(details.getWindowInnerWidth()));
        resizing = ui.getPage().addBrowserWindowResizeListener(resize -> resized(resize.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        if (resizing != null) {
            resizing.remove();
        }
    }

    private void follow(SnapshotChanged change) {
        if (parts != null && vertical().key().equals(change.verticalKey())) {
            list = lists.list(vertical().key(), query, getLocale());
            showList();
        }
    }

    private void resized(int width) {
        boolean nowNarrow = width < NARROW;
        if (narrow != nowNarrow) {
            narrow = nowNarrow;
            showColumns();
        }
    }
}
