package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
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
        try {
            Effect effect = session.between(from, to);
            EffectCards cards = new EffectCards(words, session, effect);
            Div moved = new Div(cards.sentence());
            moved.addClassName("strong");
            add(moved, cards.segments());
        } catch (Problem problem) {
            add(new Div(Messages.text(problem)));
        }
    }
}
