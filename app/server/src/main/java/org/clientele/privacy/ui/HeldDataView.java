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
import java.util.Optional;
import org.clientele.access.Colleagues;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Answer;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
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
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.privacy.HeldData;
import org.clientele.privacy.HeldTable;

/** Everything held about one customer, table by table, to be shown to that customer; given out as a file; erased. */
@Route("v/:vertical/customers/:customer/data")
@PermitAll
class HeldDataView extends VerticalPage {
    private static final int MOST_ROWS = 200;

    private final HeldData held;
    private final CustomerService customers;
    private final Colleagues colleagues;

    HeldDataView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            HeldData held,
            CustomerService customers,
            Colleagues colleagues) {
        super(verticals, rights, announcements);
        this.held = held;
        this.customers = customers;
        this.colleagues = colleagues;
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
        Answer<List<HeldTable>> asked = held.ask(vertical, customer.id());
        PageHeader header = new PageHeader(getTranslation("privacy.of", customer.title()))
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
        VerticalFormats names =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), getLocale());
        HeldWords words = new HeldWords(vertical, names, colleagues);
        add(header, new AnswerPanel<>(getTranslation("privacy.title"), asked, tables -> {
            int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
            header.setSubtitle(getTranslation("privacy.subtitle", rows, tables.size()));
            return cards(words, tables);
        }));
    }

    private Component cards(HeldWords words, List<HeldTable> tables) {
        Div cards = new Div();
        cards.addClassName("stack");
        Div internal = new Div(getTranslation("privacy.internal"));
        internal.addClassName("caption");
        cards.add(internal);
        tables.forEach(table -> cards.add(card(words, table)));
        return cards;
    }

    private void write(DownloadEvent download, Vertical vertical, Customer customer) throws IOException {
        download.setFileName("customer-" + customer.id() + ".json");
        download.setContentType("application/json;charset=utf-8");
        download.getOutputStream().write(held.export(vertical, customer.id()).getBytes(StandardCharsets.UTF_8));
    }

    private Component card(HeldWords words, HeldTable table) {
        String title = words.title(table);
        List<Integer> columns = words.columns(table);
        Details details = new Details(
                getTranslation("privacy.table", title, table.rows().size()),
                columns.isEmpty() ? new Span(getTranslation("privacy.internal.only")) : figures(words, table, columns));
        details.setOpened(true);
        Card card = new Card(details);
        if (table.rows().size() > MOST_ROWS) {
            Span more = new Span(getTranslation("privacy.more", MOST_ROWS));
            more.addClassName("caption");
            card.add(more);
        }
        return card;
    }

    private static FigureTable figures(HeldWords words, HeldTable table, List<Integer> columns) {
        FigureTable shown = new FigureTable(
                words.title(table),
                columns.stream().map(place -> words.heading(table, place)).toArray(String[]::new));
        for (int column = 1; column < columns.size(); column++) {
            shown.words(column);
        }
        table.rows().stream().limit(MOST_ROWS).forEach(row -> {
            List<String> cells = columns.stream()
                    .map(place -> words.cell(table, place, row.get(place)))
                    .toList();
            shown.row(new Span(cells.getFirst()), cells.stream().skip(1).toArray(String[]::new));
        });
        return shown;
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
