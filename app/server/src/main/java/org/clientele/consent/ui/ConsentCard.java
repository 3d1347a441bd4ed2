package org.clientele.consent.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Messages;
import org.clientele.consent.Consent;
import org.clientele.consent.ConsentDecision;
import org.clientele.consent.ConsentTopic;
import org.clientele.consent.Consents;
import org.clientele.frontend.Card;
import org.clientele.interaction.Channel;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;

/** What a customer allows, topic by topic, with the way by which to be reached; a change asks how it was said. */
final class ConsentCard extends Div {
    private final transient Consents consents;
    private final transient Vertical vertical;
    private final long customerId;
    private final boolean mayChange;

    ConsentCard(Consents consents, Vertical vertical, long customerId, boolean mayChange) {
        this.consents = consents;
        this.vertical = vertical;
        this.customerId = customerId;
        this.mayChange = mayChange;
        addClassName("stack");
        show();
    }

    private void show() {
        removeAll();
        Map<ConsentTopic, Consent> now = consents.now(vertical, customerId);
        ConsentPanel.refusals(now).ifPresent(this::add);
        Card card = new Card(getTranslation("consent.title"));
        for (ConsentTopic topic : ConsentTopic.values()) {
            card.add(row(topic, now.get(topic)));
        }
        Button history = new Button(getTranslation("consent.history"), click -> history());
        history.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        card.actions(history);
        add(card);
    }

    private Div row(ConsentTopic topic, @Nullable Consent said) {
        Span name = new Span(topicName(topic));
        ConsentDecision decision = said == null ? ConsentDecision.OPEN : said.decision();
        String channel = said == null || said.channel() == null ? "" : " · " + channelName(said.channel());
        Span state = new Span(decisionName(decision) + channel);
        state.addClassName("caption");
        Div row = new Div(new Div(name, new Div(state)));
        row.addClassNames("row", "row-apart");
        if (mayChange) {
            Button change = new Button(getTranslation("consent.change"), click -> ask(topic, said));
            change.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            change.setAriaLabel(getTranslation("consent.change.of", topicName(topic)));
            row.add(change);
        }
        return row;
    }

    private void ask(ConsentTopic topic, @Nullable Consent said) {
        Select<ConsentDecision> decision = new Select<>();
        decision.setWidthFull();
        decision.setLabel(getTranslation("consent.decision"));
        decision.setItems(ConsentDecision.values());
        decision.setItemLabelGenerator(this::decisionName);
        decision.setValue(said == null ? ConsentDecision.GIVEN : said.decision());
        Select<String> channel = new Select<>();
        channel.setWidthFull();
        channel.setLabel(getTranslation("consent.channel"));
        channel.setItems(Arrays.stream(Channel.values()).map(Channel::name).toList());
        channel.setEmptySelectionAllowed(true);
        channel.setEmptySelectionCaption(getTranslation("consent.channel.any"));
        channel.setItemLabelGenerator(name -> name == null ? getTranslation("consent.channel.any") : channelName(name));
        channel.setValue(said == null ? null : said.channel());
        TextField note = new TextField(getTranslation("consent.note"));
        note.setWidthFull();
        note.setMaxLength(Consents.NOTE_LENGTH);
        new ActDialog(
                        topicName(topic),
                        getTranslation("common.save"),
                        () -> {
                            consents.record(
                                    vertical,
                                    customerId,
                                    topic,
                                    decision.getValue(),
                                    channel.getValue(),
                                    note.getValue());
                            Messages.done(getTranslation("consent.saved"));
                            show();
                        },
                        decision,
                        channel,
                        note)
                .confirmedIn(note)
                .open();
    }

    private void history() {
        Dialog dialog = new Dialog(getTranslation("consent.history"));
        dialog.setWidth("min(520px, 96vw)");
        Formats formats = new Formats(getLocale(), vertical.currency());
        List<Consent> all = consents.history(vertical, customerId);
        Div list = new Div();
        list.addClassName("list");
        for (Consent said : all) {
            Span what = new Span(topicName(said.topic()) + ": " + decisionName(said.decision()));
            what.addClassName("list-item-title");
            Span who = new Span(said.by() + " · " + formats.dateTime(said.at(), ZoneId.systemDefault())
                    + (said.note().isEmpty() ? "" : " · " + said.note()));
            who.addClassName("list-item-detail");
            Div body = new Div(what, who);
            body.addClassName("list-item-body");
            Div item = new Div(body);
            item.addClassName("list-item");
            list.add(item);
        }
        dialog.add(all.isEmpty() ? new Div(getTranslation("consent.history.none")) : list);
        dialog.getFooter().add(new Button(getTranslation("common.close"), click -> dialog.close()));
        dialog.open();
    }

    private String topicName(ConsentTopic topic) {
        return getTranslation("consent.topic." + AddressParameters.code(topic));
    }

    private String decisionName(ConsentDecision decision) {
        return getTranslation("consent.decision." + AddressParameters.code(decision));
    }

    private static String channelName(String channel) {
        return UI.getCurrent()
                .getTranslation(
                        "interaction.channel." + Objects.requireNonNull(channel).toLowerCase(Locale.ROOT));
    }
}
