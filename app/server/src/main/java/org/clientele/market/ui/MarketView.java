package org.clientele.market.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.market.MarketChanged;
import org.clientele.market.MarketPage;
import org.clientele.market.Quarter;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;

/** How the market develops; the quarter stands in the address. */
@Route("v/:vertical/market")
@PermitAll
class MarketView extends VerticalPage {
    private static final String QUARTER = "quarter";

    private final transient MarketServices services;
    private Optional<Quarter> asked = Optional.empty();

    MarketView(Verticals verticals, Rights rights, Announcements announcements, MarketServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        hear(MarketChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                removeAll();
                showBoard();
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("market.title");
    }

    @Override
    protected Permission permission() {
        return Permission.ANALYSE_SEGMENTS;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(QUARTER)
                .flatMap(Quarter::parse);
        showBoard();
    }

    private void showBoard() {
        Vertical vertical = vertical();
        MarketWords words = new MarketWords(vertical, getLocale());
        List<Quarter> choices = services.board().choices(vertical);
        Quarter quarter = asked.orElseGet(() -> services.board().usual(vertical));
        PageHeader header = new PageHeader(title());
        Button print = new Button(words.text("market.print"), Icon.PRINTER.create(), click -> UI.getCurrent()
                .getPage()
                .executeJs("window.print()"));
        print.addClassName("no-print");
        Select<Quarter> period = period(words, choices, quarter);
        header.actions(period, print);
        add(
                header,
                new AnswerPanel<>(
                        title(),
                        services.board().page(vertical, quarter),
                        page -> board(header, words, page, choices)));
    }

    private Select<Quarter> period(MarketWords words, List<Quarter> choices, Quarter quarter) {
        Select<Quarter> period = new Select<>();
        period.setAriaLabel(words.text("market.column.quarter"));
        period.addClassName("no-print");
        period.setItems(choices);
        period.setItemLabelGenerator(words::quarter);
        period.setValue(choices.contains(quarter) ? quarter : null);
        period.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                MarketNavigation.to(vertical().key()),
                                QueryParameters.of(QUARTER, change.getValue().toString()));
            }
        });
        return period;
    }

    private Div board(PageHeader header, MarketWords words, MarketPage page, List<Quarter> choices) {
        String asOf = words.formats().date(page.asOf());
        header.setSubtitle(words.text(
                page.running() ? "market.subtitle.running" : "market.subtitle", words.quarter(page.quarter()), asOf));
        Div board = new Div(
                new MeasureCards(words, page).all(),
                new EntriesCard(services, words, vertical(), page.quarter(), choices));
        board.addClassName("stack");
        return board;
    }
}
