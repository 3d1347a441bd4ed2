package org.clientele.cases.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clientele.cases.CaseEvent;
import org.clientele.cases.ServiceCase;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Timeline;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.ui.InteractionWords;

/** What the case is about, and all that was done and said, newest first. */
final class StoryCard extends Card {
    StoryCard(CaseServices services, CaseWords words, String verticalKey, ServiceCase one, CaseActs acts) {
        super(words.text("cases.story"));
        if (acts.mayWork()) {
            Button note = new Button(words.text("cases.note"), Icon.NOTEBOOK_PEN.create(), click -> acts.writeNote());
            note.addThemeVariants(ButtonVariant.TERTIARY);
            actions(note);
        }
        if (!one.data().description().isEmpty()) {
            Div description = new Div(one.data().description());
            description.addClassName("pre-line");
            add(description);
        }
        List<Entry> entries = new ArrayList<>();
        services.cases().history(verticalKey, one.number()).stream()
                .filter(event -> event.kind() != CaseEvent.Kind.CONTACT)
                .forEach(event -> entries.add(new Entry(
                        event.at(),
                        event.id(),
                        CaseWords.icon(event.kind()),
                        words.event(event),
                        words.detail(event))));
        InteractionWords contactWords = new InteractionWords(words::text);
        for (Interaction contact : services.links().contacts(verticalKey, one.number())) {
            String notes = contact.data().notes();
            entries.add(new Entry(
                    contact.data().happenedAt(),
                    Long.MAX_VALUE,
                    Icon.MESSAGE_SQUARE,
                    contactWords.title(contact),
                    contactWords.detail(contact) + (notes.isEmpty() ? "" : "\n" + notes)));
        }
        Timeline timeline = new Timeline();
        entries.stream()
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(Entry::order)
                        .reversed())
                .forEach(entry ->
                        timeline.entry(words.time(entry.at()), entry.icon(), null, entry.title(), entry.detail()));
        add(timeline);
    }

    private record Entry(Instant at, long order, Icon icon, String title, String detail) {}
}
