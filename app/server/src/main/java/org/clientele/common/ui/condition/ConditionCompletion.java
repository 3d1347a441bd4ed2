package org.clientele.common.ui.condition;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Supplier;

/** Proposes what fits at the cursor of a text that is a condition. */
public final class ConditionCompletion {
    private ConditionCompletion() {}

    /**
     * Proposes from the first time on that somebody goes into the text, so that a page with many of them opens as fast as before.
     *
     * @param place where the proposals stand among the components
     * @param fields what conditions compare
     * @param sentences know the scope of the condition
     */
    public static void in(
            TextArea text,
            HasComponents place,
            Supplier<ConditionSubjects> fields,
            Supplier<ConditionSentence> sentences) {
        text.addFocusListener(entered -> {
            entered.unregisterListener();
            ConditionSentence sentence = sentences.get();
            place.add(new CompletionPopup(
                    text, fields.get().within(sentence.scope(), sentence.definition(), sentence.formats(), text)));
        });
    }
}
