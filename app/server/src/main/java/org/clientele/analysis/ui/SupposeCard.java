package org.clientele.analysis.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.analysis.Explanation;
import org.clientele.analysis.Explanations;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.segment.ui.ReasonText;
import org.clientele.segment.ui.SegmentWords;

/** What if: other values for the customer, and where the model would put them then. Nothing is stored. */
final class SupposeCard {
    private final Explanations explanations;
    private final Explanation explanation;
    private final SegmentWords words;
    private final ReasonText reasons;
    private final Map<String, Value> supposed = new LinkedHashMap<>();
    private final Div outcome = new Div();

    SupposeCard(Explanations explanations, Explanation explanation, SegmentWords words, ReasonText reasons) {
        this.explanations = explanations;
        this.explanation = explanation;
        this.words = words;
        this.reasons = reasons;
    }

    Card card() {
        Div form = new Div();
        form.addClassNames("form", "form-wide");
        SupposedFields fields = new SupposedFields(words);
        Map<AbstractField<?, ?>, Runnable> again = new LinkedHashMap<>();
        for (Explanation.Compared compared : explanation.values()) {
            AbstractField<?, ?> field = fields.create(compared, value -> suppose(compared, value));
            Object known = field.getValue();
            again.put(field, () -> reset(field, known));
            form.add((Component) field);
        }
        outcome.addClassName("stack");
        outcome.getElement().setAttribute("aria-live", "polite");
        show();
        Button back = new Button(words.text("analysis.why.suppose.reset"), click -> again.values()
                .forEach(Runnable::run));
        return new Card(words.text("analysis.why.suppose"), form, outcome)
                .hint(words.text("analysis.why.suppose.hint"))
                .actions(back);
    }

    @SuppressWarnings("unchecked")
    private static void reset(AbstractField<?, ?> field, Object known) {
        ((AbstractField<?, Object>) field).setValue(known);
    }

    private void suppose(Explanation.Compared compared, Value value) {
        if (value.equals(compared.value())) {
            supposed.remove(compared.id());
        } else {
            supposed.put(compared.id(), value);
        }
        show();
    }

    private void show() {
        outcome.removeAll();
        if (supposed.isEmpty()) {
            outcome.add(new Div(words.text("analysis.why.suppose.nothing")));
            return;
        }
        explanations
                .suppose(
                        explanation.vertical().key(),
                        explanation.customer().id(),
                        explanation.model().id(),
                        supposed)
                .ifPresent(this::show);
    }

    private void show(Reason reason) {
        String segment = reason.segment();
        boolean same = java.util.Objects.equals(segment, explanation.reason().segment());
        Tag tag = segment == null
                ? new Tag(words.text("analysis.movement.none"), Tone.MUTED)
                : new Tag(
                        words.names().segment(reason.model(), segment),
                        explanation.model().segment(segment).colour());
        Div head = new Div(new Div(words.text(same ? "analysis.why.suppose.same" : "analysis.why.suppose.moved")), tag);
        head.addClassName("row");
        outcome.add(List.of(head, new Div(reasons.sentence(reason))));
    }
}
