package org.clientele.survey.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.survey.Invitation;
import org.clientele.survey.SurveysChanged;
import org.jspecify.annotations.Nullable;

/** The last surveys of a customer; follows what others do. Out of sight while there is nothing to ask. */
final class CustomerSurveys extends Div implements CustomerPanel.Live {
    private static final int MOST = 3;

    private final transient SurveyServices services;
    private final transient SurveyWords words;
    private final transient Vertical vertical;
    private final long customerId;
    private transient Announcements.@Nullable Subscription news;

    CustomerSurveys(SurveyServices services, SurveyWords words, Vertical vertical, long customerId) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.customerId = customerId;
        refresh();
    }

    @Override
    public void show(Customer changed) {
        refresh();
    }

    private void refresh() {
        removeAll();
        List<Invitation> asked = services.invitations().ofCustomer(vertical, customerId, MOST);
        boolean mayAsk = services.invitations().mayAsk(vertical.key())
                && !services.surveys().running(vertical.key()).isEmpty();
        setVisible(mayAsk || !asked.isEmpty());
        if (!isVisible()) {
            return;
        }
        Div list = new Div();
        list.addClassName("list");
        asked.forEach(invitation -> list.add(item(invitation)));
        Card card = new Card(words.text("survey.title"), list);
        if (asked.isEmpty()) {
            list.add(new Span(words.text("survey.customer.none")));
        }
        if (mayAsk) {
            AskDialog asking = new AskDialog(services, words, vertical, customerId);
            Div buttons = new Div(
                    new Button(words.text("survey.ask.link"), Icon.LINK.create(), click -> asking.link()),
                    new Button(words.text("survey.ask.enter"), Icon.PHONE.create(), click -> asking.enter()));
            buttons.addClassName("row");
            card.add(buttons);
        }
        add(card);
    }

    private Div item(Invitation invitation) {
        Span title = new Span(words.title(invitation.survey()));
        title.addClassName("list-item-title");
        Span detail = new Span(words.state(invitation, services.clock().instant()));
        detail.addClassName("list-item-detail");
        Div body = new Div(title, detail);
        body.addClassName("list-item-body");
        Div item = new Div(body);
        item.addClassName("list-item");
        String tone = invitation.isUnhappy() ? Tone.BAD : Tone.GOOD;
        if (invitation.nps() != null) {
            item.add(new Tag(words.text("survey.nps.score", invitation.nps()), tone));
        } else if (invitation.csat() != null) {
            item.add(new Tag(words.text("survey.csat.score", invitation.csat()), tone));
        }
        return item;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        news = services.announcements().listen(SurveysChanged.class, change -> {
            if (change.concerns(vertical.key(), customerId)) {
                ui.access(this::refresh);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (news != null) {
            news.close();
            news = null;
        }
    }
}
