package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.strategy.LocalText;
import org.clientele.strategy.StrategyChange;
import org.clientele.worklist.PlayAnswers;

/** The plays of a strategy, in their order: written, added, moved, taken out. */
final class PlayEditor extends Div {
    private final transient StrategyWords words;
    private final transient Map<String, PlayAnswers> answers;
    private final List<PlayFields> rows = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Div list = new Div();

    /** @param answers how staff answered to them until now, by play */
    PlayEditor(StrategyWords words, List<StrategyChange.Play> plays, Map<String, PlayAnswers> answers) {
        this.words = words;
        this.answers = answers;
        addClassName("stack");
        list.addClassName("stack");
        plays.forEach(this::append);
        Button more = new Button(words.text("strategy.edit.play.add"), Icon.PLUS.create(), click -> addNew());
        add(list, more);
        draw();
    }

    private void append(StrategyChange.Play play) {
        ids.add(play.step().id());
        rows.add(new PlayFields(words, play));
    }

    private void addNew() {
        int number = 1;
        while (ids.contains("play_" + number)) {
            number++;
        }
        append(new StrategyChange.Play(
                new PlayDefinition(
                        "play_" + number,
                        PlayDefinition.Channel.CALL,
                        PlayDefinition.Means.SOCIAL,
                        PlayDefinition.Owner.ACCOUNT_MANAGER,
                        PlayDefinition.From.ENTRY,
                        null,
                        0,
                        null,
                        null),
                null,
                LocalText.NONE,
                LocalText.NONE,
                LocalText.NONE));
        draw();
    }

    private void draw() {
        list.removeAll();
        if (rows.isEmpty()) {
            Span none = new Span(words.text("strategy.edit.plays.none"));
            none.addClassName("caption");
            list.add(none);
        }
        for (int place = 0; place < rows.size(); place++) {
            list.add(card(place));
        }
    }

    private Card card(int place) {
        PlayFields row = rows.get(place);
        Card card = new Card(words.text("strategy.edit.play.number", place + 1), row);
        PlayAnswers answered = answers.get(row.play().step().id());
        if (answered != null) {
            Div said = new Div(words.text(
                    "strategy.edit.play.answers", answered.accepted(), answered.postponed(), answered.rejected()));
            said.addClassName("caption");
            card.add(said);
        }
        card.actions(
                button(
                        Icon.ARROW_UP,
                        "strategy.edit.play.up",
                        place,
                        place > 0,
                        () -> Collections.swap(rows, place, place - 1)),
                button(
                        Icon.ARROW_DOWN,
                        "strategy.edit.play.down",
                        place,
                        place < rows.size() - 1,
                        () -> Collections.swap(rows, place, place + 1)),
                button(Icon.X, "strategy.edit.play.remove", place, true, () -> rows.remove(row)));
        return card;
    }

    private Button button(Icon icon, String key, int place, boolean enabled, Runnable work) {
        Button button = new Button(icon.create(), click -> {
            work.run();
            draw();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.text(key, place + 1));
        button.setTooltipText(words.text(key, place + 1));
        button.setEnabled(enabled);
        return button;
    }

    List<StrategyChange.Play> plays() {
        return rows.stream().map(PlayFields::play).toList();
    }
}
