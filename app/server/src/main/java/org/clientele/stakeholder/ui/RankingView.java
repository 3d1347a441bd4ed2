package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.FigureTable;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.Purpose;
import org.clientele.stakeholder.RankedParty;
import org.clientele.stakeholder.StakeholdersChanged;
import org.jspecify.annotations.Nullable;

/** Parties by their last score, with the reason for each place. */
@Route("v/:vertical/stakeholders/ranking")
@PermitAll
class RankingView extends VerticalPage {
    private final transient StakeholderServices services;
    private final Div list = new Div();
    private Purpose purpose = Purpose.PERIODIC;
    private @Nullable Market market;

    RankingView(Verticals verticals, Rights rights, Announcements announcements, StakeholderServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        hear(StakeholdersChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                showRanking();
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("stakeholder.ranking");
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        StakeholderWords words = words();
        PageHeader header = new PageHeader(title(), words.text("stakeholder.ranking.subtitle"))
                .before(new BackLink(StakeholdersNavigation.to(vertical.key()), words.text("stakeholder.title")));
        if (services.register().mayEdit(vertical.key())) {
            header.actions(new Button(
                    words.text("stakeholder.criteria"),
                    Icon.SLIDERS_HORIZONTAL.create(),
                    click -> new CriteriaDialog(services, words, vertical, purpose).open()));
        }
        add(header, new Card(filters(words), list));
        showRanking();
    }

    private StakeholderWords words() {
        return new StakeholderWords(vertical(), getLocale());
    }

    private Div filters(StakeholderWords words) {
        Select<Purpose> forWhat = new Select<>();
        forWhat.setLabel(words.text("stakeholder.purpose"));
        forWhat.setItems(Purpose.values());
        forWhat.setItemLabelGenerator(words::purpose);
        forWhat.setValue(purpose);
        forWhat.addValueChangeListener(change -> {
            purpose = change.getValue();
            showRanking();
        });
        Select<Market> which = new Select<>();
        which.setLabel(words.text("stakeholder.field.market"));
        which.setItems(Market.values());
        which.setEmptySelectionAllowed(true);
        which.setEmptySelectionCaption(words.text("stakeholder.market.all"));
        which.setItemLabelGenerator(one -> one == null ? words.text("stakeholder.market.all") : words.market(one));
        which.setValue(market);
        which.addValueChangeListener(change -> {
            market = change.getValue();
            showRanking();
        });
        Div filters = new Div(forWhat, which);
        filters.addClassNames("row", "no-print");
        return filters;
    }

    private void showRanking() {
        StakeholderWords words = words();
        list.removeAll();
        List<RankedParty> ranking = services.scores().ranking(vertical(), purpose, market);
        if (ranking.isEmpty()) {
            list.add(new EmptyState(
                    Icon.CHART_COLUMN,
                    words.text("stakeholder.ranking.none"),
                    words.text("stakeholder.ranking.none.text")));
            return;
        }
        FigureTable table = new FigureTable(
                        words.text("stakeholder.ranking"),
                        words.text("stakeholder.field.name"),
                        words.text("stakeholder.ranking.rank"),
                        words.text("stakeholder.score.result"),
                        words.text("stakeholder.score.day"),
                        words.text("stakeholder.ranking.reason"))
                .words(4);
        ranking.forEach(one -> table.row(
                FigureTable.name(
                        one.party().data().name(),
                        StakeholdersNavigation.to(vertical().key(), one.party().id()),
                        null),
                String.valueOf(one.rank()),
                String.valueOf(one.score().result()),
                words.formats().date(one.score().on()),
                words.why(one)));
        list.add(table, Entries.none(words.text("stakeholder.scores.formula")));
    }
}
