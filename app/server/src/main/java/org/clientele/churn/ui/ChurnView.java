package org.clientele.churn.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.churn.AtRisk;
import org.clientele.churn.ChurnQuery;
import org.clientele.churn.ChurnRisks;
import org.clientele.common.AddressParameters;
import org.clientele.common.Announcements;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.FigureTable;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.churn.Signal;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.KeyFigure;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.ui.StrategiesNavigation;

/** Who may be lost, with how much money, beside what keeping them costs; what is listed stands in the address. */
@Route("v/:vertical/churn")
@PermitAll
class ChurnView extends VerticalPage {
    private final ChurnServices services;
    private ChurnQuery query = ChurnQuery.ALL;

    ChurnView(Verticals verticals, Rights rights, Announcements announcements, ChurnServices services) {
        super(verticals, rights, announcements);
        this.services = services;
    }

    @Override
    protected String title() {
        return getTranslation("churn.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        query = ChurnQuery.parse(event.getLocation().getQueryParameters().getParameters());
        ChurnWords words = new ChurnWords(vertical, getLocale());
        PageHeader header = new PageHeader(title(), words.text("churn.subtitle"));
        if (rights().may(Permission.SEE_REPORTS, vertical.key())) {
            header.actions(link(ChurnNavigation.losses(vertical.key()), words.text("churn.losses")));
        }
        if (services.costs().maySet(vertical.key())) {
            header.actions(new Button(words.text("churn.cost"), Icon.PENCIL.create(), click -> cost(words)));
        }
        add(header, new Card(filters(words)), new Card(panel(vertical, words)));
        List<Component> strategies = strategies(vertical);
        if (!strategies.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("bullets");
            strategies.forEach(one -> list.add(new ListItem(one)));
            add(new Card(words.text("churn.strategies"), list));
        }
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Div filters(ChurnWords words) {
        Select<Integer> least = new Select<>();
        least.setLabel(words.text("churn.filter.least"));
        least.setItems(ChurnQuery.LEAST);
        least.setItemLabelGenerator(
                percent -> words.text("churn.filter.least.some", words.formats().percentWhole(percent / 100.0)));
        least.setValue(query.least());
        least.addValueChangeListener(change -> go(query.withLeast(change.getValue())));
        Select<Signal> signal = new Select<>();
        signal.setLabel(words.text("churn.filter.signal"));
        signal.setItems(Signal.values());
        signal.setEmptySelectionAllowed(true);
        signal.setEmptySelectionCaption(words.text("churn.filter.signal.any"));
        signal.setItemLabelGenerator(one -> one == null ? words.text("churn.filter.signal.any") : words.signal(one));
        signal.setValue(query.signal());
        signal.addValueChangeListener(change -> go(query.withSignal(change.getValue())));
        Checkbox worth = new Checkbox(words.text("churn.filter.worth"), query.worth());
        worth.addValueChangeListener(change -> go(query.withWorth(change.getValue())));
        Div filters = new Div(least, signal, worth);
        filters.addClassNames("row", "no-print");
        return filters;
    }

    private void go(ChurnQuery changed) {
        UI.getCurrent().navigate(ChurnNavigation.to(vertical().key()), ChurnNavigation.parameters(changed));
    }

    private AnswerPanel<AtRisk> panel(Vertical vertical, ChurnWords words) {
        return new AnswerPanel<>(
                words.text("churn.list"), services.risks().list(vertical, query), found -> list(words, found));
    }

    private Component list(ChurnWords words, AtRisk found) {
        if (found.found() == 0) {
            return new EmptyState(Icon.TRENDING_DOWN, words.text("churn.empty"), words.text("churn.empty.text"));
        }
        Formats formats = words.formats();
        FigureTable table = new FigureTable(
                        words.text("churn.list"),
                        words.text("churn.column.customer"),
                        words.text("churn.column.signals"),
                        words.text("churn.column.probability"),
                        words.text(found.byLifetime() ? "churn.column.lifetime" : "churn.column.yearly"),
                        words.text("churn.column.at-risk"),
                        words.text("churn.column.cost"))
                .words(1);
        String cost = found.cost() == null ? words.text("churn.cost.unknown") : formats.money(found.cost());
        found.rows()
                .forEach(row -> table.row(
                        FigureTable.name(
                                row.name(), CustomersNavigation.to(vertical().key(), row.customerId()), null),
                        words.signals(row.signals()),
                        formats.percentInColumn(row.probability()),
                        row.value() == 0 ? Formats.MISSING : formats.money(row.value()),
                        row.value() == 0 ? Formats.MISSING : formats.money(row.atRisk()),
                        cost));
        Div basis = new Div(words.text("churn.basis." + AddressParameters.code(found.basis())));
        basis.addClassName("caption");
        Div content = Columns.stack(figures(words, found), basis, table);
        if (found.found() > ChurnRisks.MOST) {
            Div more = new Div(words.text("churn.more", ChurnRisks.MOST, formats.whole(found.found())));
            more.addClassName("caption");
            content.add(more);
        }
        return content;
    }

    private static Div figures(ChurnWords words, AtRisk found) {
        Long cost = found.wholeCost();
        Div figures = new Div(
                new KeyFigure(
                        words.text("churn.figure.customers"), words.formats().whole(found.found())),
                new KeyFigure(words.text("churn.figure.value"), words.formats().moneyInFigure(found.value()))
                        .exact(words.formats().money(found.value())),
                new KeyFigure(
                        words.text("churn.figure.cost"),
                        cost == null
                                ? words.text("churn.cost.unknown")
                                : words.formats().moneyInFigure(cost)));
        figures.addClassName("figures");
        return figures;
    }

    private void cost(ChurnWords words) {
        Vertical vertical = vertical();
        BigDecimalField cost = new BigDecimalField(words.text("churn.cost.field", vertical.currency()));
        cost.setHelperText(words.text("churn.cost.help"));
        cost.setWidthFull();
        services.costs().of(vertical).ifPresent(minor -> cost.setValue(LossForm.major(vertical, minor)));
        new ActDialog(
                        words.text("churn.cost"),
                        words.text("churn.cost.do"),
                        () -> {
                            Long before = services.costs().of(vertical).orElse(null);
                            services.costs().set(vertical, LossForm.minor(vertical, cost.getValue()));
                            Messages.done(words.text("churn.cost.done"), () -> {
                                services.costs().set(vertical, before);
                                go(query);
                            });
                            go(query);
                        },
                        cost)
                .open();
    }

    /** The strategies for those who may leave or have left: of churn models, and of the last stage of life cycles. */
    private List<Component> strategies(Vertical vertical) {
        VerticalFormats names =
                new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), getLocale());
        return services.strategies().applied(vertical).all().stream()
                .filter(strategy -> services.risks().isOfLeaving(vertical, strategy.model(), strategy.segment()))
                .map(strategy -> strategy(vertical, names, strategy))
                .toList();
    }

    private Component strategy(Vertical vertical, VerticalFormats names, StrategyDefinition strategy) {
        return link(
                StrategiesNavigation.segment(vertical.key(), new SegmentName(strategy.model(), strategy.segment())),
                getTranslation(
                        "churn.strategy",
                        names.segment(strategy.model(), strategy.segment()),
                        names.text(Texts.strategyGoal(strategy.model(), strategy.segment()))));
    }
}
