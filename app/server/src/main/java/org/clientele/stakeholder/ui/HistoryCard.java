package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import org.clientele.access.Permission;
import org.clientele.common.AddressParameters;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.DateFields;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Timeline;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.PartyEvent;
import org.clientele.stakeholder.Stakeholder;
import org.clientele.stakeholder.StakeholderData;
import org.jspecify.annotations.Nullable;

/** What happened with a party: notes, reviews, work. */
final class HistoryCard extends Card {
    private final transient StakeholderServices services;
    private final transient StakeholderWords words;
    private final transient Vertical vertical;
    private final transient Stakeholder party;

    HistoryCard(StakeholderServices services, StakeholderWords words, Vertical vertical, Stakeholder party) {
        super(words.text("stakeholder.history"));
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.party = party;
        List<PartyEvent> events = services.plans().events(vertical, party.id());
        if (events.isEmpty()) {
            add(Entries.none(words.text("stakeholder.history.none")));
        }
        Timeline timeline = new Timeline();
        LocalDate today = LocalDate.now(services.clock());
        events.forEach(event -> timeline.entry(
                words.formats()
                        .dateShort(
                                LocalDate.ofInstant(event.at(), services.clock().getZone()), today),
                icon(event.kind()),
                null,
                title(event),
                event.note()));
        add(timeline);
        if (services.rights().may(Permission.LOG_INTERACTION, vertical.key())) {
            actions(new Button(words.text("stakeholder.note.new"), click -> note()));
        }
    }

    private String title(PartyEvent event) {
        Relationship level = event.level();
        return words.text(
                "stakeholder.event." + AddressParameters.code(event.kind()),
                event.author(),
                event.subject(),
                level == null ? "" : words.level(level),
                health(event.health()));
    }

    private String health(@Nullable Integer health) {
        return health == null ? words.text("stakeholder.health.none") : String.valueOf(health);
    }

    private static Icon icon(PartyEvent.Kind kind) {
        return switch (kind) {
            case NOTE -> Icon.NOTEBOOK_PEN;
            case REVIEW -> Icon.CLIPBOARD_LIST;
            case DONE -> Icon.CHECK;
            case DROPPED -> Icon.X;
            case POSTPONED -> Icon.CALENDAR_CLOCK;
            case HANDED_OVER -> Icon.ARROW_RIGHT_LEFT;
        };
    }

    private TextArea text(String label) {
        TextArea text = new TextArea(words.text(label));
        text.setMaxLength(StakeholderData.TEXT_LENGTH);
        text.setWidthFull();
        return text;
    }

    private void note() {
        TextArea note = text("stakeholder.note");
        new ActDialog(
                        words.text("stakeholder.note.new"),
                        words.text("stakeholder.save"),
                        () -> {
                            services.plans().note(vertical, party.id(), note.getValue());
                            Messages.done(words.text("stakeholder.saved"));
                        },
                        note)
                .open();
    }

    /** Asks what a review found. */
    void review() {
        TextArea found = text("stakeholder.review.text");
        Select<Relationship> level = PartyForm.level(words);
        level.setValue(party.data().level());
        DatePicker next = DateFields.create(words.text("stakeholder.field.review"));
        next.setClearButtonVisible(true);
        next.setValue(services.plans().nextReview(party.data()));
        new ActDialog(
                        words.text("stakeholder.review.title", party.data().name()),
                        words.text("stakeholder.review.do"),
                        () -> {
                            services.plans()
                                    .review(vertical, party, level.getValue(), found.getValue(), next.getValue());
                            Messages.done(words.text("stakeholder.review.done"));
                        },
                        found,
                        level,
                        next,
                        new Div(words.text("stakeholder.review.help")))
                .open();
    }
}
