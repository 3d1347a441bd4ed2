package org.clientele.loyalty.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.DownloadButton;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.NarrowScreens;
import org.clientele.common.ui.PageMessage;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerService;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.loyalty.LoyaltyChanged;
import org.clientele.loyalty.PointsEntry;
import org.clientele.loyalty.PointsKind;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;

/** All that moved a customer's points, newest first, with the balance after each; as a table, on paper and as a file. */
@Route("v/:vertical/loyalty/:customer")
@PermitAll
class StatementView extends VerticalPage {
    private static final int MOST = 2_000;

    private final transient LoyaltyServices services;
    private final transient CustomerService customers;
    private long customerId;
    private boolean narrow;

    StatementView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            LoyaltyServices services,
            CustomerService customers) {
        super(verticals, rights, announcements);
        this.services = services;
        this.customers = customers;
        hear(LoyaltyChanged.class, this::follow);
        NarrowScreens.follow(this, isNarrow -> {
            narrow = isNarrow;
            if (customerId != 0) {
                removeAll();
                showStatement();
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("loyalty.statement");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        customerId = event.getRouteParameters().getLong("customer").orElse(-1L);
        showStatement();
    }

    private void follow(LoyaltyChanged change) {
        if (change.concerns(vertical().key(), customerId)) {
            removeAll();
            showStatement();
        }
    }

    private void showStatement() {
        Vertical vertical = vertical();
        List<PointsEntry> entries;
        Customer customer;
        try {
            customer = customers.find(vertical, customerId).orElseThrow(() -> new Problem("loyalty.problem.customer"));
            entries = services.points().entries(vertical.key(), customerId, MOST);
        } catch (Problem problem) {
            add(new PageMessage(Icon.SEARCH, title(), Messages.text(problem)));
            return;
        }
        LoyaltyWords words =
                new LoyaltyWords(vertical, getLocale(), services.clock().getZone());
        String name = customer.name() == null ? customer.ref() : customer.name();
        long balance = entries.isEmpty() ? 0 : entries.getFirst().balance();
        PageHeader header = new PageHeader(title(), words.text("loyalty.statement.of", name, words.points(balance)))
                .before(new BackLink(CustomersNavigation.to(vertical.key(), customerId), name));
        if (entries.isEmpty()) {
            add(
                    header,
                    new EmptyState(
                            Icon.GIFT,
                            words.text("loyalty.statement.none"),
                            words.text("loyalty.statement.none.text")));
            return;
        }
        header.actions(download(words, customer, entries), print());
        add(header, new Card(grid(words, vertical, entries)).flush());
    }

    private Button print() {
        Button print = new Button(getTranslation("loyalty.print"), Icon.PRINTER.create());
        print.addClickListener(click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        print.addClassName("hide-on-phone");
        return print;
    }

    private static DownloadButton download(LoyaltyWords words, Customer customer, List<PointsEntry> entries) {
        return new DownloadButton(
                "statement-export", words.text("loyalty.export"), DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = new StatementCsv(words).of(entries).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "points-" + customer.id() + ".csv",
                            "text/csv; charset=utf-8",
                            bytes.length);
                }));
    }

    private Grid<PointsEntry> grid(LoyaltyWords words, Vertical vertical, List<PointsEntry> entries) {
        Grid<PointsEntry> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(entries.size() <= 50);
        grid.addColumn(entry -> words.day(entry.day()))
                .setHeader(words.text("loyalty.column.day"))
                .setWidth(narrow ? "110px" : "150px")
                .setFlexGrow(0);
        grid.addColumn(entry -> narrow && !entry.reason().isEmpty()
                        ? words.kind(entry) + " · " + entry.reason()
                        : words.kind(entry))
                .setHeader(words.text("loyalty.column.kind"))
                .setWidth(narrow ? "70px" : "170px");
        if (!narrow) {
            grid.addColumn(PointsEntry::reason)
                    .setHeader(words.text("loyalty.column.reason"))
                    .setFlexGrow(2);
            grid.addColumn(words::by).setHeader(words.text("loyalty.column.by")).setWidth("140px");
        }
        number(grid.addColumn(entry -> words.change(entry.change()))).setHeader(words.text("loyalty.column.change"));
        number(grid.addColumn(entry -> words.formats().whole(entry.balance())))
                .setHeader(words.text("loyalty.balance"));
        if (entries.stream().anyMatch(entry -> entry.isReversible() || entry.reversed())) {
            PointsActs acts = new PointsActs(services, words, vertical.key(), customerId);
            grid.addColumn(new ComponentRenderer<>(entry -> reversal(words, acts, entry)))
                    .setHeader(words.text("loyalty.column.act"))
                    .setWidth("130px");
        }
        grid.setItems(entries);
        return grid;
    }

    private Component reversal(LoyaltyWords words, PointsActs acts, PointsEntry entry) {
        boolean may = entry.kind() == PointsKind.REDEEM
                ? services.points().mayRedeem(vertical().key())
                : services.points().mayAdjust(vertical().key());
        if (!entry.isReversible() || !may) {
            return new Span(entry.reversed() ? words.text("loyalty.reversed") : "");
        }
        return new Button(words.text("loyalty.reverse"), click -> acts.reverse(entry.id()));
    }

    private Grid.Column<PointsEntry> number(Grid.Column<PointsEntry> column) {
        column.setTextAlign(ColumnTextAlign.END);
        return narrow ? column.setWidth("84px").setFlexGrow(0) : column.setWidth("120px");
    }
}
