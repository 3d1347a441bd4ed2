package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Facts;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.stakeholder.Agreement;
import org.clientele.stakeholder.Health;
import org.clientele.stakeholder.PlanAction;
import org.clientele.stakeholder.Stakeholder;
import org.clientele.stakeholder.StakeholdersChanged;

/** One party: who it is, how the relationship stands, what is planned, how it was judged, what happened. */
@Route("v/:vertical/stakeholders/:party")
@PermitAll
class PartyView extends VerticalPage {
    private final transient StakeholderServices services;
    private long partyId;

    PartyView(Verticals verticals, Rights rights, Announcements announcements, StakeholderServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        hear(StakeholdersChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                removeAll();
                showParty();
            }
        });
    }

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
        partyId = event.getRouteParameters().getLong("party").orElse(-1L);
        showParty();
    }

    private void showParty() {
        Vertical vertical = vertical();
        StakeholderWords words = new StakeholderWords(vertical, getLocale());
        Stakeholder party;
        try {
            party = services.register().get(vertical, partyId);
        } catch (Problem problem) {
            add(new PageMessage(Icon.SEARCH, title(), Messages.text(problem)));
            return;
        }
        LocalDate today = LocalDate.now(services.clock());
        List<PlanAction> actions = services.plans().actions(vertical, partyId);
        List<Agreement> agreements = services.register().agreements(vertical, partyId);
        HistoryCard history = new HistoryCard(services, words, vertical, party);
        add(
                header(words, party, history),
                new Columns(
                                Columns.Shape.SIDE_MAIN,
                                Columns.stack(
                                        facts(words, party),
                                        new ContactsCard(services, words, vertical, partyId),
                                        new AgreementsCard(services, words, vertical, partyId)),
                                Columns.stack(
                                        new YearCard(words, party, actions, agreements, today),
                                        new PlanCard(services, words, vertical, party, actions),
                                        new ScoresCard(services, words, vertical, partyId),
                                        history))
                        .top());
    }

    private PageHeader header(StakeholderWords words, Stakeholder party, HistoryCard history) {
        Vertical vertical = vertical();
        PageHeader header = new PageHeader(
                        party.data().name(), words.text("stakeholder.looked-after", words.owner(party)))
                .before(new BackLink(StakeholdersNavigation.to(vertical.key()), words.text("stakeholder.title")))
                .tags(new Tag(words.market(party.data().market())));
        if (services.register().mayEdit(vertical.key())) {
            header.actions(
                    new Button(words.text("stakeholder.delete"), Icon.TRASH_2.create(), click -> delete(words, party)),
                    new Button(words.text("stakeholder.edit"), Icon.PENCIL.create(), click -> new PartyForm(
                                    services, words, vertical)
                            .change(party)));
            header.primary(new Button(
                    words.text("stakeholder.review"), Icon.CLIPBOARD_LIST.create(), click -> history.review()));
        }
        return header;
    }

    private Card facts(StakeholderWords words, Stakeholder party) {
        Health health = services.register().health(vertical(), party);
        Facts facts = new Facts()
                .fact(
                        words.text("stakeholder.field.level"),
                        words.level(party.data().level()))
                .fact(words.text("stakeholder.health"), words.healthTag(health))
                .fact(words.text("stakeholder.health.plan"), words.part(health.plan()))
                .fact(words.text("stakeholder.health.review"), words.part(health.review()))
                .fact(words.text("stakeholder.health.agreements"), words.part(health.agreements()))
                .fact(words.text("stakeholder.health.score"), words.part(health.score()))
                .fact(
                        words.text("stakeholder.field.review"),
                        words.review(party.data().nextReview()))
                .fact(
                        words.text("stakeholder.field.months"),
                        String.valueOf(party.data().reviewMonths()));
        Span formula = Entries.none(words.text("stakeholder.health.formula", Health.LATE, Agreement.NOTICE));
        Card card = new Card(words.text("stakeholder.facts"), facts, formula);
        if (!party.data().about().isEmpty()) {
            Div about = new Div(party.data().about());
            about.addClassName("pre-line");
            card.add(about);
        }
        return card;
    }

    private void delete(StakeholderWords words, Stakeholder party) {
        new ActDialog(
                        words.text("stakeholder.delete.title", party.data().name()),
                        words.text("stakeholder.delete"),
                        () -> {
                            services.register().delete(vertical(), party.id());
                            Messages.done(words.text("stakeholder.deleted"));
                            UI.getCurrent()
                                    .navigate(
                                            StakeholdersNavigation.to(vertical().key()));
                        },
                        new Div(words.text("stakeholder.delete.text")))
                .open();
    }
}
