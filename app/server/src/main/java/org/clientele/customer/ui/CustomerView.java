package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.CasesChanged;
import org.clientele.common.Announcements;
import org.clientele.common.ui.ContactPlace;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.PageMessage;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.customer.CustomerService;
import org.clientele.customer.CustomersChanged;
import org.clientele.customer.PersonalData;
import org.clientele.customer.TimelineSource;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Icon;
import org.clientele.interaction.InteractionsChanged;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.segment.SnapshotChanged;
import org.clientele.survey.SurveysChanged;
import org.clientele.workflow.WorkflowsChanged;
import org.jspecify.annotations.Nullable;

/** One customer: who (five layers), what happened (timeline, with the composer on top), what now (strategy, why here). */
@Route("v/:vertical/customers/:customer")
@PermitAll
class CustomerView extends VerticalPage implements ContactPlace {
    private final CustomerService customers;
    private final CustomerLists lists;
    private final Colleagues colleagues;
    private final List<TimelineSource> sources;
    private final List<CustomerPanel> panels;
    private final Clock clock;
    private CustomerListQuery query = CustomerListQuery.ALL;
    private @Nullable Parts parts;
    private @Nullable Customer customer;

    CustomerView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            CustomerService customers,
            CustomerLists lists,
            Colleagues colleagues,
            List<TimelineSource> sources,
            List<CustomerPanel> panels,
            Clock clock) {
        super(verticals, rights, announcements);
        this.customers = customers;
        this.lists = lists;
        this.colleagues = colleagues;
        this.sources = sources;
        this.panels = panels;
        this.clock = clock;
        hear(CustomersChanged.class, this::follow);
        hear(SnapshotChanged.class, this::follow);
        hear(InteractionsChanged.class, this::follow);
        hear(WorkflowsChanged.class, this::follow);
        hear(CasesChanged.class, this::follow);
        hear(SurveysChanged.class, this::follow);
    }

    /** What is on the page; all but the composer and the timeline are drawn anew when something changes. */
    private record Parts(
            Div header, PanelColumn who, @Nullable Component composer, TimelineCard timeline, PanelColumn now) {}

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected String title() {
        return customer == null ? getTranslation("customer.list.title") : customer.title();
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        query = CustomerListQuery.parse(event.getLocation().getQueryParameters().getParameters())
                .in(vertical.definition());
        customer = CustomersNavigation.customer(event.getRouteParameters())
                .flatMap(id -> customers.find(vertical, id))
                .orElse(null);
        if (customer == null) {
            parts = null;
            showGone();
            return;
        }
        Component composer = composer(customer).orElse(null);
        TimelineCard timeline = new TimelineCard(sources, panels, composer, vertical, customer, LocalDate.now(clock));
        PanelColumn who = new PanelColumn(panels, CustomerPanel.Place.GUIDE);
        PanelColumn now = new PanelColumn(panels, CustomerPanel.Place.SIDE);
        parts = new Parts(new Div(), who, composer, timeline, now);
        add(
                parts.header(),
                new Columns(Columns.Shape.SIDE_MAIN_SIDE, who.component(), timeline, now.component()).top());
        showCustomer(vertical, customer, parts);
    }

    private void showGone() {
        Button back = new Button(getTranslation("customer.page.all"), click -> UI.getCurrent()
                .navigate("v/" + vertical().key() + "/customers"));
        add(new PageMessage(
                Icon.USER_X, getTranslation("customer.page.gone"), getTranslation("customer.page.gone.text"), back));
    }

    private void showCustomer(Vertical vertical, Customer shown, Parts on) {
        CustomerPortrait portrait = lists.portrait(vertical.key(), shown);
        CustomerHeader header = new CustomerHeader(portrait, colleagues, lists, query);
        on.header().removeAll();
        on.header().add(header.create(actions(shown, on.composer())));
        LayersCards layers = new LayersCards(portrait, getLocale());
        on.who().show(vertical, shown, layers.figures(), List.of(layers.layers()));
        on.now().show(vertical, shown, List.of(), new NowCards(portrait, getLocale()).create());
    }

    private List<Component> actions(Customer shown, @Nullable Component composer) {
        List<Component> actions = new ArrayList<>();
        if (rights().may(Permission.EDIT_CUSTOMER, vertical().key())) {
            actions.add(new Button(getTranslation("customer.page.edit"), Icon.PENCIL.create(), click -> edit()));
        }
        panels.forEach(panel -> actions.addAll(panel.buttons(vertical(), shown)));
        if (composer != null) {
            Button log = new Button(
                    getTranslation("customer.page.log"), Icon.NOTEBOOK_PEN.create(), click -> focus(composer));
            log.addThemeVariants(ButtonVariant.PRIMARY);
            log.addClickShortcut(Key.KEY_L).setBrowserDefaultAllowed(true);
            Div holder = new Div(log);
            holder.addClassName("page-primary");
            actions.add(holder);
        }
        return actions;
    }

    @Override
    public boolean writeContact() {
        Component composer = parts == null ? null : parts.composer();
        if (composer == null) {
            return false;
        }
        focus(composer);
        return true;
    }

    private static void focus(Component composer) {
        composer.getElement().callJsFunction("scrollIntoView");
        if (composer instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private void edit() {
        Customer seen = customer;
        if (seen != null) {
            Set<String> hidden = PersonalData.hiddenFrom(rights(), vertical());
            new CustomerForm(customers, colleagues, vertical(), seen, hidden, this::saved).open();
        }
    }

    private void saved(Customer before, Customer after) {
        show(after);
        Messages.done(
                getTranslation("customer.page.saved"), () -> show(customers.update(vertical(), after, before.data())));
    }

    private void show(Customer changed) {
        customer = changed;
        if (parts != null) {
            showCustomer(vertical(), changed, parts);
        }
    }

    private Optional<Component> composer(Customer shown) {
        return panels.stream()
                .filter(panel -> panel.place() == CustomerPanel.Place.COMPOSER)
                .flatMap(panel -> panel.create(vertical(), shown).stream())
                .findFirst();
    }

    private void follow(CustomersChanged change) {
        boolean concerned = change.customerIds().isEmpty()
                || (customer != null && change.customerIds().contains(customer.id()));
        if (concerned && isShown(change.verticalKey())) {
            reload();
        }
    }

    private void follow(SnapshotChanged change) {
        if (isShown(change.verticalKey())) {
            reload();
        }
    }

    private void follow(InteractionsChanged change) {
        followTimeline(change.verticalKey(), change.customerId());
    }

    private void follow(WorkflowsChanged change) {
        followTimeline(change.verticalKey(), change.customerId());
    }

    private void follow(CasesChanged change) {
        followTimeline(change.verticalKey(), change.customerId());
    }

    private void follow(SurveysChanged change) {
        if (customer != null && change.concerns(vertical().key(), customer.id())) {
            followTimeline(change.verticalKey(), customer.id());
        }
    }

    private void followTimeline(String verticalKey, long customerId) {
        boolean concerned = customer != null && customer.id() == customerId;
        if (concerned && parts != null && isShown(verticalKey)) {
            parts.timeline().refresh();
        }
    }

    private boolean isShown(String verticalKey) {
        return customer != null && parts != null && vertical().key().equals(verticalKey);
    }

    private void reload() {
        if (customer != null && parts != null) {
            customers.find(vertical(), customer.id()).ifPresent(this::show);
            parts.timeline().refresh();
        }
    }
}
