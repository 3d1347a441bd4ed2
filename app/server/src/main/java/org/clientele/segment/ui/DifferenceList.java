package org.clientele.segment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.engine.preview.Effect;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.StudioSession;

/** What differs between two settings, in words and in customers. */
final class DifferenceList extends Div {
    DifferenceList(SegmentWords words, StudioSession session, ModelDefinition model, ModelChange from, ModelChange to) {
        addClassName("stack");
        List<String> differences = ChangeWords.differences(words, model, from, to);
        if (differences.isEmpty()) {
            add(new Div(words.text("segment.diff.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("bullets");
        differences.forEach(difference -> list.add(new ListItem(difference)));
        add(list);
        Div effects = new Div();
        effects.addClassNames("stack", "effect");
        add(effects);
        measure(words, session, () -> session.between(from, to), effects);
    }

    /** A model that learns takes its time, which is not the reader's. */
    private static void measure(SegmentWords words, StudioSession session, Supplier<Effect> found, Div effects) {
        ProgressBar waiting = new ProgressBar();
        waiting.setIndeterminate(true);
        waiting.getElement().setAttribute("aria-label", words.text("common.progress"));
        effects.add(waiting);
        UI ui = UI.getCurrent();
        session.workers().execute(() -> {
            try {
                Effect effect = found.get();
                ui.access(() -> show(words, session, effect, effects));
            } catch (Problem problem) {
                ui.access(() -> {
                    effects.removeAll();
                    effects.add(new Div(Messages.text(problem)));
                });
            }
        });
    }

    private static void show(SegmentWords words, StudioSession session, Effect effect, Div effects) {
        EffectCards cards = new EffectCards(words, session, effect);
        Div moved = new Div(cards.sentence());
        moved.addClassName("strong");
        effects.removeAll();
        effects.add(moved, cards.segments());
    }
}
