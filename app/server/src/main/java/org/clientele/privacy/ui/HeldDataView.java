package org.clientele.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.DownloadButton;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.PageMessage;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerService;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.Texts;
import org.clientele.privacy.HeldData;
import org.clientele.privacy.HeldTable;

/** Everything held about one customer, table by table, to be shown to that customer; given out as a file; erased. */
@Route("v/:vertical/customers/:customer/data")
@PermitAll
class HeldDataView extends VerticalPage {
    private static final int MOST_ROWS = 200;

    private final HeldData held;
    private final CustomerService customers;

    HeldDataView(
            Verticals verticals, Rights rights, Announcements announcements, HeldData held, CustomerService customers) {
        super(verticals, rights, announcements);
        this.held = held;
        this.customers = customers;
    }

    @Override
    protected Permission permission() {
        return Permission.EXPORT_CUSTOMERS;
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected String title() {
        return getTranslation("privacy.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        Optional<Customer> found =
                CustomersNavigation.customer(event.getRouteParameters()).flatMap(id -> customers.find(vertical, id));
        if (found.isEmpty()) {
            add(new PageMessage(
                    Icon.USER_X, getTranslation("customer.page.gone"), getTranslation("customer.page.gone.text")));
            return;
        }
        try {
            show(vertical, found.get());
        } catch (Problem problem) {
            add(new PageMessage(Icon.LOCK, getTranslation("privacy.title"), Messages.text(problem)));
        }
    }

    private void show(Vertical vertical, Customer customer) {
        List<HeldTable> tables = held.of(vertical, customer.id());
        int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
        PageHeader header = new PageHeader(
                        getTranslation("privacy.of", customer.title()),
                        getTranslation("privacy.subtitle", rows, tables.size()))
                .before(new BackLink(
                        CustomersNavigation.to(vertical.key(), customer.id()), getTranslation("privacy.back")));
        header.actions(new DownloadButton(
                "held-data", getTranslation("privacy.export"), download -> write(download, vertical, customer)));
        if (rights().may(Permission.IMPORT_DATA, vertical.key())) {
            Button erase = new Button(
                    getTranslation("privacy.erase"), Icon.TRASH_2.create(), click -> ask(vertical, customer));
            erase.addThemeVariants(ButtonVariant.ERROR);
            header.actions(erase);
        }
        add(header);
        VerticalFormats names =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), getLocale());
        tables.forEach(table -> add(card(vertical, names, table)));
    }

    private void write(DownloadEvent download, Vertical vertical, Customer customer) throws IOException {
        download.setFileName("customer-" + customer.id() + ".json");
        download.setContentType("application/json;charset=utf-8");
        download.getOutputStream().write(held.export(vertical, customer.id()).getBytes(StandardCharsets.UTF_8));
    }

    private Component card(Vertical vertical, VerticalFormats names, HeldTable table) {
        Map<String, String> columns = columnNames(vertical, names, table.name());
        String title = title(vertical, names, table.name());
        String[] headings = table.columns().stream()
                .map(column -> columns.getOrDefault(column, column))
                .toArray(String[]::new);
        FigureTable shown = new FigureTable(title, headings);
        for (int column = 1; column < headings.length; column++) {
            shown.words(column);
        }
        table.rows().stream()
                .limit(MOST_ROWS)
                .forEach(row ->
                        shown.row(new Span(row.getFirst()), row.stream().skip(1).toArray(String[]::new)));
        Details details =
                new Details(getTranslation("privacy.table", title, table.rows().size()), shown);
        details.setOpened(true);
        Card card = new Card(details);
        if (table.rows().size() > MOST_ROWS) {
            Span more = new Span(getTranslation("privacy.more", MOST_ROWS));
            more.addClassName("caption");
            card.add(more);
        }
        return card;
    }

    /** What people call a table; one that nobody has named yet keeps its own name. */
    private String title(Vertical vertical, VerticalFormats names, String table) {
        VerticalTables tables = vertical.tables();
        if (tables.attributes().name().equalsIgnoreCase(table)) {
            return getTranslation("privacy.table.attributes");
        }
        Optional<String> activity = tables.activities().entrySet().stream()
                .filter(entry -> entry.getValue().name().equalsIgnoreCase(table))
                .map(entry -> names.text(Texts.activity(entry.getKey())))
                .findFirst();
        String key = "privacy.table." + table.replace('_', '-');
        String text = getTranslation(key);
        return activity.orElse(text.equals("!" + key) ? table : text);
    }

    private static Map<String, String> columnNames(Vertical vertical, VerticalFormats names, String table) {
        VerticalTables.Table attributes = vertical.tables().attributes();
        return attributes.name().equalsIgnoreCase(table)
                ? attributes.columns().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, entry -> names.name(entry.getKey())))
                : Map.of();
    }

    private void ask(Vertical vertical, Customer customer) {
        Dialog dialog = new Dialog(getTranslation("privacy.erase.title", customer.title()));
        dialog.setWidth("min(480px, 96vw)");
        TextField number = new TextField(getTranslation("privacy.erase.number", customer.ref()));
        number.setWidthFull();
        Div body = new Div(new Div(getTranslation("privacy.erase.text")), number);
        body.addClassName("stack");
        dialog.add(body);
        Button erase = new Button(getTranslation("privacy.erase.do"), click -> {
            try {
                held.erase(vertical, customer.id(), number.getValue());
                dialog.close();
                Messages.done(getTranslation("privacy.erased"));
                getUI().ifPresent(ui -> ui.navigate("v/" + vertical.key() + "/customers"));
            } catch (Problem problem) {
                number.setErrorMessage(Messages.text(problem));
                number.setInvalid(true);
            }
        });
        erase.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        dialog.getFooter().add(new Button(getTranslation("common.cancel"), click -> dialog.close()), erase);
        dialog.open();
        number.focus();
    }
}
